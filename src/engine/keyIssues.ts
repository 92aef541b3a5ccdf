import type { Vendor } from '../contract/Vendor.js';
import type { InputIssue } from '../errors/InputIssue.js';

/** What a key is made of. @since 0.1.0 */
export const KEY = /^[\x21-\x7e]{1,512}$/;

/** The rule that {@link KEY} keeps, in words. @since 0.1.0 */
export const KEY_RULE =
  'is not 1 to 512 printable ASCII characters without spaces; its value is not shown here';

/** Shorter ones may be words of their own, in characters. */
const LEAST_MASKED = 16;

/** Whether a key is too long to stand in a text by chance. @since 0.1.0 */
export const isLongKey = (key: unknown): key is string =>
  typeof key === 'string' && key.length >= LEAST_MASKED;

/** Of a text that a key stands in, and that is stored, logged, or part of a URL. @since 0.1.0 */
export const MISPLACED_KEY =
  'holds a key of this client, which belongs in a header alone; its value is not shown here';

/**
 * The rules that key options break, and an account that is named by its key: names of accounts stand in
 * references. Values are never part of a message.
 *
 * @since 0.1.0
 */
export function keyIssues(
  vendor: Vendor,
  keys: Readonly<Record<string, unknown>>,
  account?: string,
): readonly InputIssue[] {
  const isKey = Object.keys(vendor.keys).some(
    (name) => isLongKey(keys[name]) && account === keys[name],
  );
  const misnamed = isKey ? [{ path: 'account', message: MISPLACED_KEY }] : [];
  const broken = Object.keys(vendor.keys).flatMap((name): readonly InputIssue[] => {
    const source = keys[name];
    if (source === null || typeof source === 'function') return [];
    if (source === undefined || source === '') {
      return [{ path: name, message: `is missing: ${vendor.title} needs it on every request` }];
    }
    return typeof source === 'string' && KEY.test(source)
      ? []
      : [{ path: name, message: KEY_RULE }];
  });
  return [...broken, ...misnamed];
}
