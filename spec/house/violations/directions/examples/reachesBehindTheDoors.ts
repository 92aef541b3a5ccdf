// planted: examples-use-the-doors
export type { Anything } from '../src/model/anything.js';
