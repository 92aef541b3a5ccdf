import type { Rule } from './inputRules.js';

const must = 'a Blob or a File; in Node, `await openAsBlob(path)` of node:fs gives one';

/** A file that is sent along. @since 0.1.0 */
export const blob: Rule = {
  must,
  check: (value, path) => (value instanceof Blob ? [] : [{ path, message: `must be ${must}` }]),
};
