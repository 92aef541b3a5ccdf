/**
 * Rules of single values, for `inputRules` and `recordOf`.
 *
 * @module
 * @since 0.1.0
 */
import type { Rule } from './inputRules.js';
import { fieldPath, gatherIssues } from './inputRules.js';
import { isJobId } from './isJobId.js';

function leaf(must: string, good: (value: unknown) => boolean): Rule {
  return {
    must,
    check: (value, path) => (good(value) ? [] : [{ path, message: `must be ${must}` }]),
  };
}

/** Counts characters as vendors do: an emoji is one, though it takes two places in a string. */
function isLongerThan(value: string, max: number): boolean {
  if (value.length <= max) return false;
  return value.length > 2 * max || [...value].length > max;
}

/** How long a text may be, in characters. @since 0.1.0 */
export interface TextLimits {
  /** @defaultValue 0 */
  readonly min?: number;
  /** @defaultValue no limit */
  readonly max?: number;
}

function lengthInWords({ min = 0, max = Infinity }: TextLimits): string {
  if (max !== Infinity)
    return min > 0 ? `text of ${min} to ${max} characters` : `text of at most ${max} characters`;
  return min > 0 ? 'text that is not empty' : 'text';
}

/** Text; where it must not be empty, blanks alone do not count. @since 0.1.0 */
export function text(limits: TextLimits = {}): Rule {
  const { min = 0, max = Infinity } = limits;
  return leaf(
    lengthInWords(limits),
    (value) =>
      typeof value === 'string' &&
      (min === 0 || value.trim().length >= min) &&
      !isLongerThan(value, max),
  );
}

/** Text of a certain form. @since 0.1.0 */
export const textLike = (pattern: RegExp, must: string): Rule =>
  leaf(must, (value) => typeof value === 'string' && pattern.test(value));

function isWebUrl(value: unknown, schemes: RegExp): value is string {
  if (typeof value !== 'string' || !schemes.test(value) || /[\s\p{Cc}]/u.test(value)) return false;
  try {
    return new URL(value).hostname !== '';
  } catch {
    return false;
  }
}

/** A job's id, as in `JobRef.id`. @since 0.1.0 */
export const jobId: Rule = leaf(
  'an id of 1 to 256 letters, digits, ".", "_", "~", ":" or "-", without ".."',
  isJobId,
);

/** What a URL must be beside absolute. @since 0.1.0 */
export interface UrlLimits {
  /** Longest, in characters. @defaultValue no limit */
  readonly max?: number;
  /** Whether plain http is refused. @defaultValue false */
  readonly httpsOnly?: boolean;
}

/** An absolute URL that the vendor can fetch or call. @since 0.1.0 */
export function webUrl({ max = Infinity, httpsOnly = false }: UrlLimits = {}): Rule {
  const limit = max === Infinity ? '' : ` of at most ${max} characters`;
  const schemes = httpsOnly ? /^https:\/\/[^/?#]/i : /^https?:\/\/[^/?#]/i;
  return leaf(
    `an absolute ${httpsOnly ? 'https' : 'http(s)'} URL${limit}`,
    (value) => isWebUrl(value, schemes) && !isLongerThan(value, max),
  );
}

/** A number in `[min, max]`. @since 0.1.0 */
export function numberFrom(min: number, max = Infinity): Rule {
  const must = max === Infinity ? `a number of at least ${min}` : `a number from ${min} to ${max}`;
  return leaf(
    must,
    (value) => typeof value === 'number' && Number.isFinite(value) && value >= min && value <= max,
  );
}

/** A number that is neither NaN nor infinite. @since 0.1.0 */
export const finite: Rule = leaf('a number', Number.isFinite);

/** A whole number in `[min, max]`. @since 0.1.0 */
export const wholeFrom = (min: number, max = Infinity): Rule =>
  leaf(
    max === Infinity ? `a whole number of at least ${min}` : `a whole number from ${min} to ${max}`,
    (value) => Number.isInteger(value) && (value as number) >= min && (value as number) <= max,
  );

/** `true` or `false`. @since 0.1.0 */
export const flag: Rule = leaf('true or false', (value) => typeof value === 'boolean');

const quoted = (words: readonly string[]): string => words.map((known) => `"${known}"`).join(', ');

/** One of a closed list of words. @since 0.1.0 */
export const oneOf = (...words: readonly string[]): Rule =>
  leaf(words.length === 1 ? quoted(words) : `one of ${quoted(words)}`, (value) =>
    (words as readonly unknown[]).includes(value),
  );

/** A word of a list that the vendor may add to: any text that is not empty. @since 0.1.0 */
export const wordLike = (...words: readonly string[]): Rule =>
  leaf(
    `a word such as ${quoted(words)}`,
    (value) => typeof value === 'string' && value.trim() !== '',
  );

/** `null` is good as well, where the vendor says so. @since 0.1.0 */
export const orNull = (rule: Rule): Rule => ({
  must: `${rule.must}, or null`,
  check: (value, path) => (value === null ? [] : rule.check(value, path)),
});

/** A list of `[min, max]` items that are all good. @since 0.1.0 */
export function listOf(item: Rule, { min = 0, max = Infinity }: TextLimits = {}): Rule {
  const count = max === Infinity ? `at least ${min}` : `${min} to ${max}`;
  const must = min === 0 && max === Infinity ? 'a list' : `a list of ${count}`;
  return {
    must,
    check: (value, path) => {
      if (!Array.isArray(value) || value.length < min || value.length > max) {
        return [{ path, message: `must be ${must}` }];
      }
      return gatherIssues(
        (function* () {
          for (const [index, entry] of value.entries()) {
            yield item.check(entry, fieldPath(path, index));
          }
        })(),
      );
    },
  };
}

/** An object of one of several forms, told apart by the word in one field. @since 0.1.0 */
export function variantOf(tag: string, variants: Readonly<Record<string, Rule>>): Rule {
  const must = 'an object';
  const known = oneOf(...Object.keys(variants));
  return {
    must,
    check: (value, path) => {
      if (typeof value !== 'object' || value === null)
        return [{ path, message: `must be ${must}` }];
      const kind = (value as Readonly<Record<string, unknown>>)[tag];
      const rule = known.check(kind, '').length === 0 ? variants[String(kind)] : undefined;
      return rule?.check(value, path) ?? known.check(kind, fieldPath(path, tag));
    },
  };
}
