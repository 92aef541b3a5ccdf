import { fieldPath, gatherIssues } from '../contract/inputRules.js';
import type { InputIssue } from '../errors/InputIssue.js';

/** A rule of one column of a definition: its issues name the column, never its value. @since 0.1.0 */
export type Column = (value: unknown, path: string) => readonly InputIssue[];

type Values = Readonly<Record<string, unknown>>;

/** Whether a value has columns. @since 0.1.0 */
export const isObject = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A column that is there, and good. @since 0.1.0 */
export const leaf =
  (good: (value: unknown) => boolean, must: string): Column =>
  (value, path) =>
    good(value)
      ? []
      : [{ path, message: value === undefined ? `is required: ${must}` : `must be ${must}` }];

/** A column that may be left out. @since 0.1.0 */
export const may =
  (column: Column): Column =>
  (value, path) =>
    value === undefined ? [] : column(value, path);

/** An object whose columns have rules; what has none is not looked at. @since 0.1.0 */
export const columns =
  (rules: Readonly<Record<string, Column>>, must = 'an object'): Column =>
  (value, path) =>
    isObject(value)
      ? gatherIssues(
          Object.entries(rules).map(([name, rule]) => rule(value[name], fieldPath(path, name))),
        )
      : leaf(isObject, must)(value, path);

const METHOD_NAME = /^[A-Za-z][A-Za-z0-9]{0,63}$/;

/**
 * A table by names of methods.
 *
 * @param taken - names that mean something else
 * @since 0.1.0
 */
export const methods =
  (rule: Column, taken: readonly string[]): Column =>
  (value, path) => {
    if (!isObject(value)) return leaf(isObject, 'an object')(value, path);
    const parts = Object.entries(value).map(([name, entry]) => {
      const here = fieldPath(path, name);
      if (taken.includes(name)) {
        return [{ path: here, message: 'is the name of another method: take another' }];
      }
      return METHOD_NAME.test(name)
        ? rule(entry, here)
        : [{ path: here, message: 'must be 1 to 64 letters and digits, beginning with a letter' }];
    });
    return gatherIssues(parts);
  };

/** A function. @since 0.1.0 */
export const fn = leaf((value) => typeof value === 'function', 'a function');

/** `true` or `false`. @since 0.1.0 */
export const flag = leaf((value) => typeof value === 'boolean', 'true or false');

/** A number in `[least, most]`. @since 0.1.0 */
export const between = (least: number, most: number, must: string): Column =>
  leaf((value) => typeof value === 'number' && value >= least && value <= most, must);

/** Getters and proxies of a caller may throw: that is an issue, not a crash. @since 0.1.0 */
export const guarded =
  (column: Column) =>
  (value: unknown, path = ''): readonly InputIssue[] => {
    try {
      return column(value, path);
    } catch {
      return [{ path, message: 'cannot be read: give a plain object' }];
    }
  };
