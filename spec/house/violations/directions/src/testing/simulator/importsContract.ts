// planted: simulator-knows-only-the-model
export type { Anything } from '../../contract/anything.js';
