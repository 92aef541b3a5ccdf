// planted: errors-imports-only-lower-ranks
export type { Anything } from '../contract/anything.js';
