// planted: promises-imports-only-lower-ranks
export type { Anything } from '../stores/anything.js';
