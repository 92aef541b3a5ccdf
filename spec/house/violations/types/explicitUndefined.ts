// planted: TS2375
export const options: { readonly delayMs?: number } = { delayMs: undefined };
