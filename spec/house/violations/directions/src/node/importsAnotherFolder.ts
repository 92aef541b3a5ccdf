// planted: node-imports-only-lower-ranks
export type { Anything } from '../cli/anything.js';
