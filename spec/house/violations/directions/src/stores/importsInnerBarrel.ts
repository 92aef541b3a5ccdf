// planted: no-inner-barrel
export type { Anything } from './index.js';
