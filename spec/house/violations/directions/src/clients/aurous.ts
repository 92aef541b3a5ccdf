// planted: entries-load-without-node, only-testing-reaches-a-server
export { simulatesAtOnce } from './simulatesAtOnce.js';
