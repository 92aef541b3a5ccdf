// planted: every-folder-has-a-rank
export type { Anything } from '../model/anything.js';
