import type { InputIssue } from '../errors/InputIssue.js';

const MOST_ISSUES = 20;
const MOST_NAME_CHARS = 64;
const UNKNOWN_FIELD = 'unknown field; use extraBody for fields that this library does not know yet';

/**
 * What a value must be. Its issues name the field and the rule, never the value.
 *
 * @since 0.1.0
 */
export interface Rule {
  /** What the value must be, to be read after "must be". */
  readonly must: string;
  /** What is wrong with a value; an empty list means that it is good. */
  readonly check: (value: unknown, path: string) => readonly InputIssue[];
}

/** A {@link Rule} of a field that has to be there. @since 0.1.0 */
export interface RequiredField extends Rule {
  readonly presence: 'required';
}

/** A {@link Rule} of a field that may be left out. @since 0.1.0 */
export interface OptionalField extends Rule {
  readonly presence: 'optional';
}

/**
 * A rule for each field of an input, required where the type requires it: a field without its rule
 * fails to compile.
 *
 * @since 0.1.0
 */
export type FieldRules<T> = {
  readonly [Name in keyof T]-?: object extends Pick<T, Name> ? OptionalField : RequiredField;
};

/** The own fields of an input that were there and could be read. @since 0.1.0 */
export type ReadFields = Readonly<Record<string, unknown>>;

/** A rule of several fields of one object. @since 0.1.0 */
export type CrossRule = (fields: ReadFields, path: string) => readonly InputIssue[];

/**
 * The field has to be there, and good.
 *
 * @example
 * ```ts
 * import { required, valueRules } from 'rushes';
 *
 * const prompt = required(valueRules.text({ min: 1, max: 500 }));
 * ```
 * @since 0.1.0
 */
export const required = (rule: Rule): RequiredField => ({ ...rule, presence: 'required' });

/**
 * The field may be left out, or be `undefined`.
 *
 * @example
 * ```ts
 * import { optional, valueRules } from 'rushes';
 *
 * const seed = optional(valueRules.finite);
 * ```
 * @since 0.1.0
 */
export const optional = (rule: Rule): OptionalField => ({ ...rule, presence: 'optional' });

/** The path of a field within its object, as `style.prompt` or `input.0.url`. @since 0.1.0 */
export function fieldPath(path: string, name: string | number): string {
  const short = String(name).slice(0, MOST_NAME_CHARS);
  return path === '' ? short : `${path}.${short}`;
}

/** Joins issues, as many as a message can hold, and looks no further. @since 0.1.0 */
export function gatherIssues(parts: Iterable<readonly InputIssue[]>): readonly InputIssue[] {
  const issues: InputIssue[] = [];
  for (const part of parts) {
    issues.push(...part);
    if (issues.length >= MOST_ISSUES) break;
  }
  return issues.slice(0, MOST_ISSUES);
}

/** Getters and proxies of a caller may throw: that is an issue, not a crash. */
function guarded(path: string, check: () => readonly InputIssue[]): readonly InputIssue[] {
  try {
    return check();
  } catch {
    return [{ path, message: 'cannot be read' }];
  }
}

function fieldIssues(value: unknown, path: string, rule: RequiredField | OptionalField) {
  if (value !== undefined) return rule.check(value, path);
  return rule.presence === 'optional' ? [] : [{ path, message: `is required: ${rule.must}` }];
}

const folded = (name: string): string => name.replace(/[_-]/g, '').toLowerCase();

function unknownField(name: string, path: string, known: readonly string[]): InputIssue {
  const meant = known.find((field) => folded(field) === folded(name));
  const hint = meant === undefined ? UNKNOWN_FIELD : `unknown field: did you mean ${meant}?`;
  return { path: fieldPath(path, name), message: hint };
}

type AnyFieldRules = Readonly<Record<string, RequiredField | OptionalField>>;

function* recordIssues(
  value: object,
  path: string,
  rules: AnyFieldRules,
  cross: readonly CrossRule[],
): Iterable<readonly InputIssue[]> {
  const known = Object.keys(rules);
  const read: Record<string, unknown> = {};
  for (const [name, rule] of Object.entries(rules)) {
    const here = fieldPath(path, name);
    yield guarded(here, () => {
      const field = Object.hasOwn(value, name) ? (value as ReadFields)[name] : undefined;
      if (field !== undefined) read[name] = field;
      return fieldIssues(field, here, rule);
    });
  }
  for (const rule of cross) yield rule(read, path);
  for (const name of Object.keys(value)) {
    if (!known.includes(name)) yield [unknownField(name, path, known)];
  }
}

/**
 * An object whose fields all have rules; other fields are issues.
 *
 * @param rules - a rule for each field of `T`
 * @param cross - rules of several fields together
 * @example
 * ```ts
 * import { recordOf, required, valueRules } from 'rushes';
 *
 * const point = recordOf<{ x: number; y: number }>({
 *   x: required(valueRules.numberFrom(0, 1)),
 *   y: required(valueRules.numberFrom(0, 1)),
 * });
 * console.log(point.check({ x: 2, y: 0 }, 'center')[0]?.path); // 'center.x'
 * ```
 * @since 0.1.0
 */
export function recordOf<T>(rules: FieldRules<T>, ...cross: readonly CrossRule[]): Rule {
  const must = 'an object';
  return {
    must,
    check: (value, path) =>
      guarded(path, () =>
        typeof value !== 'object' || value === null || Array.isArray(value)
          ? [{ path, message: `must be ${must}` }]
          : gatherIssues(recordIssues(value, path, rules, cross)),
      ),
  };
}

/**
 * The `check` of a vendor's job or query: every issue of an input, at most 20; never throws, whatever
 * it is given.
 *
 * @param rules - a rule for each field of `T`
 * @param cross - rules of several fields together
 * @example
 * ```ts
 * import { crossRules, inputRules, optional, required, valueRules } from 'rushes';
 *
 * interface ClipInput {
 *   readonly prompt: string;
 *   readonly from?: number;
 *   readonly to?: number;
 * }
 *
 * const check = inputRules<ClipInput>(
 *   {
 *     prompt: required(valueRules.text({ min: 1 })),
 *     from: optional(valueRules.numberFrom(0)),
 *     to: optional(valueRules.numberFrom(0)),
 *   },
 *   crossRules.greaterThan('to', 'from'),
 * );
 * console.log(check({ prompt: 'a', from: 2, to: 1 })[0]?.message); // 'must be greater than from'
 * ```
 * @since 0.1.0
 */
export function inputRules<T>(
  rules: FieldRules<T>,
  ...cross: readonly CrossRule[]
): (input: T) => readonly InputIssue[] {
  const rule = recordOf<T>(rules, ...cross);
  return (input) => rule.check(input, '');
}
