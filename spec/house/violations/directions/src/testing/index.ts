// planted: entries-load-without-node
export { listenAtOnce } from './simulator/listenAtOnce.js';
