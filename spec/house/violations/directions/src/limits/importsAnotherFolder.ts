// planted: limits-imports-only-lower-ranks
export type { Anything } from '../stores/anything.js';
