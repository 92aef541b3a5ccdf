// planted: http-imports-only-lower-ranks
export type { Anything } from '../limits/anything.js';
