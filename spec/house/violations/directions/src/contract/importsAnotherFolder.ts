// planted: contract-imports-only-lower-ranks
export type { Anything } from '../operators/anything.js';
