/**
 * Rules of several fields of one object together, for `inputRules` and `recordOf`.
 *
 * @module
 * @since 0.1.0
 */
import type { CrossRule } from './inputRules.js';
import { fieldPath } from './inputRules.js';

/** `field` has to be there when `other` is `value`. @since 0.1.0 */
export const requiredIf =
  (field: string, other: string, value: string): CrossRule =>
  (fields, path) =>
    fields[other] === value && fields[field] === undefined
      ? [{ path: fieldPath(path, field), message: `is required when ${other} is "${value}"` }]
      : [];

/** One of the fields has to be there. @since 0.1.0 */
export const oneRequired =
  (...names: readonly string[]): CrossRule =>
  (fields, path) =>
    names.some((name) => fields[name] !== undefined)
      ? []
      : [{ path, message: `needs ${names.join(' or ')}` }];

/** Both fields, or neither. @since 0.1.0 */
export const together =
  (one: string, other: string): CrossRule =>
  (fields, path) =>
    (fields[one] === undefined) === (fields[other] === undefined)
      ? []
      : [{ path, message: `needs both ${one} and ${other}, or neither` }];

/** One number has to be greater than the other, where both are there. @since 0.1.0 */
export const greaterThan =
  (field: string, other: string): CrossRule =>
  (fields, path) => {
    const [high, low] = [fields[field], fields[other]];
    return typeof high === 'number' && typeof low === 'number' && high <= low
      ? [{ path: fieldPath(path, field), message: `must be greater than ${other}` }]
      : [];
  };
