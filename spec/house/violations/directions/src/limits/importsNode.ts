// planted: core-runs-without-node
export { hostname } from 'node:os';
