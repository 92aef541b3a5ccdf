// planted: no-restricted-syntax
export const now = Date();
