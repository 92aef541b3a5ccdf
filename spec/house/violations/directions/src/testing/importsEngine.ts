// planted: testing-imports-only-lower-ranks
export type { Anything } from '../engine/anything.js';
