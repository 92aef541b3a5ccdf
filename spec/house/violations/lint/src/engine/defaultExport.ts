// planted: no-restricted-syntax
export default 1;
