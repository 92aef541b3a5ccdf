// planted: timing-imports-only-lower-ranks
export type { Anything } from '../errors/anything.js';
