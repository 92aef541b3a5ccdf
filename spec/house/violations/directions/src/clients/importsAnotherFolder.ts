// planted: clients-imports-only-lower-ranks
export type { Anything } from '../testing/anything.js';
