// planted: simulator-needs-few-packages
export { string } from 'io-ts';
