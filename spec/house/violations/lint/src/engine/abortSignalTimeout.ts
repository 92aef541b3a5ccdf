// planted: no-restricted-properties
export const signal = AbortSignal.timeout(1);
