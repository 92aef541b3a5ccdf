// planted: angular-imports-only-lower-ranks
export type { Anything } from '../node/anything.js';
