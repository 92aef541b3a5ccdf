// planted: no-restricted-globals
export const key = process.env['KEY'];
