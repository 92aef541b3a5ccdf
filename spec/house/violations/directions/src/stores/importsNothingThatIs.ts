// planted: every-import-resolves
export type { Anything } from './absent.js';
