// planted: src-knows-no-spec
export type { Anything } from '../../spec/anything.js';
