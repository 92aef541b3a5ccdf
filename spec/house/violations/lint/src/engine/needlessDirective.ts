// planted: unused-directive
// eslint-disable-next-line no-restricted-globals
export const calm = 1;
