// planted: root-entry-holds-no-adapter
export type { Anything } from './testing/anything.js';
