// planted: model-imports-only-lower-ranks
export type { Anything } from '../timing/anything.js';
