// planted: providers-know-no-sibling
export type { Anything } from '../bolt/anything.js';
