export { drifted } from './operators/drifted.js';
export { undrawn } from './operators/undrawn.js';
