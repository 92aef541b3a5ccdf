/**
 * Readers of single fields of a vendor's body, for `lenientBody`.
 *
 * @module
 * @since 0.1.0
 */
import { failure, success, Type } from 'io-ts';
import type { EpochMs } from '../model/EpochMs.js';
import { parseMoment } from './parseMoment.js';

// Vendors change the shape of what is not essential: a null, a number as text, a missing field. None
// of that may lose a paid job, so optional fields that cannot be read count as absent.

const NUMBER = /^[+-]?\d{1,64}(?:\.\d{1,64})?(?:[eE][+-]?\d{1,3})?$/;
const WEB_URL = /^https?:\/\/[^\s/?#]/i;

function reader<A>(name: string, read: (value: unknown) => A | undefined): Type<A, A, unknown> {
  return new Type<A, A, unknown>(
    name,
    (value): value is A => value !== undefined && read(value) === value,
    (value, context) => {
      const result = read(value);
      return result === undefined ? failure(value, context) : success(result);
    },
    (a) => a,
  );
}

/** A job's id as vendors give it: text of 1 to 256 characters. @since 0.1.0 */
export const vendorId = reader('a text of 1 to 256 characters', (value) =>
  typeof value === 'string' && value !== '' && value.length <= 256 ? value : undefined,
);

/** A vendor's status word, whatever it is. @since 0.1.0 */
export const word = reader('text', (value) => (typeof value === 'string' ? value : undefined));

/** Text; a number is read as its digits. @since 0.1.0 */
export const text = reader('text', (value) => {
  if (typeof value === 'string') return value;
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined;
});

/** Text that is not empty. @since 0.1.0 */
export const filled = reader('text that is not empty', (value) =>
  typeof value === 'string' && value !== '' ? value : undefined,
);

/** A finite number; text such as `"12.5"` is read as one. @since 0.1.0 */
export const numeric = reader('a number', (value) => {
  const number =
    typeof value === 'string' && NUMBER.test(value.trim()) ? Number(value.trim()) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
});

/** `true` or `false`. @since 0.1.0 */
export const flag = reader('true or false', (value) =>
  typeof value === 'boolean' ? value : undefined,
);

/** An absolute http(s) URL. @since 0.1.0 */
export const webUrl = reader('an absolute URL', (value) =>
  typeof value === 'string' && WEB_URL.test(value) ? value : undefined,
);

/** A date in any of the forms that `parseMoment` reads. @since 0.1.0 */
export const moment: Type<EpochMs, EpochMs, unknown> = reader('a date', parseMoment);

/** A list, without the items that cannot be read. @since 0.1.0 */
export function listOf<A>(item: Type<A, A, unknown>): Type<readonly A[], readonly A[], unknown> {
  return new Type<readonly A[], readonly A[], unknown>(
    `a list of ${item.name}`,
    (value): value is readonly A[] => Array.isArray(value) && value.every(item.is),
    (value, context) => {
      if (!Array.isArray(value)) return failure(value, context);
      const items: A[] = [];
      for (const entry of value) {
        const result = item.decode(entry);
        if (result._tag === 'Right') items.push(result.right);
      }
      return success(items);
    },
    (a) => a,
  );
}
