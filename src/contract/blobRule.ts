import type { Rule } from './inputRules.js';

const must = 'a Blob or a File; in Node, `await openAsBlob(path)` of node:fs gives one';

/**
 * Whether a value is a file whose facts can be read. Never throws: proxies and objects that only pass
 * for a `Blob` are none.
 *
 * @since 0.1.0
 */
export function isBlob(value: unknown): value is Blob {
  try {
    return value instanceof Blob && typeof value.size === 'number';
  } catch {
    return false;
  }
}

/** A file that is sent along. @since 0.1.0 */
export const blob: Rule = {
  must,
  check: (value, path) => (isBlob(value) ? [] : [{ path, message: `must be ${must}` }]),
};
