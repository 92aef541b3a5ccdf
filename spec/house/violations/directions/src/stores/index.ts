export type { Anything } from './anything.js';
