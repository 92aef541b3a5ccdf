// planted: stores-imports-only-lower-ranks
export type { Anything } from '../http/anything.js';
