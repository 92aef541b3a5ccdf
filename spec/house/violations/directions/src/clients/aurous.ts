// planted: only-testing-reaches-a-server
export { simulatesAtOnce } from './simulatesAtOnce.js';
