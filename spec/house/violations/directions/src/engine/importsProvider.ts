// planted: engine-imports-only-lower-ranks
export type { Anything } from '../providers/bolt/anything.js';
