import { isFields } from './JsonFields.js';

/** What is wrong with one field of a request. @since 0.1.0 */
export interface FieldProblem {
  /** Where: `options.temperature`. */
  readonly field: string;
  /** Not there, not of that sort, or of that sort but too small or too large. */
  readonly kind: 'missing' | 'format' | 'range';
  /** A sentence that begins with the field. */
  readonly message: string;
}

/**
 * Judges one field. A field that is not there, or `null`, is good unless it is {@link required}.
 *
 * @since 0.1.0
 */
export type FieldRule = (value: unknown, field: string) => readonly FieldProblem[];

/** Rules of an object's fields by name; other fields are let through. @since 0.1.0 */
export type FieldRules = Readonly<Record<string, FieldRule>>;

/** From and to, both allowed; open where left out. @since 0.1.0 */
export interface Span {
  readonly from?: number;
  readonly to?: number;
}

/**
 * Judges an object.
 *
 * @param fields - the object's fields
 * @param rules - of those that are known
 * @param at - the object's own place; its fields stand at the top unless told
 * @since 0.1.0
 */
export function problemsOf(
  fields: Readonly<Record<string, unknown>>,
  rules: FieldRules,
  at = '',
): readonly FieldProblem[] {
  const prefix = at === '' ? '' : `${at}.`;
  return Object.entries(rules).flatMap(([name, rule]) => rule(fields[name], `${prefix}${name}`));
}

const isAbsent = (value: unknown): boolean => value === undefined || value === null;
const GOOD: readonly FieldProblem[] = [];

function wrong(field: string, kind: FieldProblem['kind'], rest: string): readonly FieldProblem[] {
  return [{ field, kind, message: `${field} ${rest}` }];
}

function sized(
  field: string,
  size: number,
  { from, to }: Span,
  what = '',
): readonly FieldProblem[] {
  if (from !== undefined && size < from)
    return wrong(field, 'range', `must be at least ${from}${what}`);
  if (to !== undefined && size > to) return wrong(field, 'range', `must be at most ${to}${what}`);
  return GOOD;
}

/** The field must be there. @since 0.1.0 */
export function required(rule: FieldRule): FieldRule {
  return (value, field) =>
    isAbsent(value) ? wrong(field, 'missing', 'is required') : rule(value, field);
}

/** A text of that many characters. @since 0.1.0 */
export function text(length: Span = {}): FieldRule {
  return (value, field) => {
    if (isAbsent(value)) return GOOD;
    if (typeof value !== 'string') return wrong(field, 'format', 'must be a string');
    return sized(field, value.length, length, ' characters long');
  };
}

/** A number in that span. @since 0.1.0 */
export function numeric(span: Span = {}): FieldRule {
  return (value, field) => {
    if (isAbsent(value)) return GOOD;
    return typeof value === 'number' && Number.isFinite(value)
      ? sized(field, value, span)
      : wrong(field, 'format', 'must be a number');
  };
}

/** A whole number in that span. @since 0.1.0 */
export function whole(span: Span = {}): FieldRule {
  return (value, field) => {
    if (isAbsent(value)) return GOOD;
    return Number.isInteger(value)
      ? sized(field, Number(value), span)
      : wrong(field, 'format', 'must be an integer number');
  };
}

/** One of these texts. @since 0.1.0 */
export function oneOf(texts: readonly string[]): FieldRule {
  return (value, field) =>
    isAbsent(value) || (typeof value === 'string' && texts.includes(value))
      ? GOOD
      : wrong(field, 'format', `must be one of the following values: ${texts.join(', ')}`);
}

/** `true` or `false`. @since 0.1.0 */
export const flag: FieldRule = (value, field) =>
  isAbsent(value) || typeof value === 'boolean'
    ? GOOD
    : wrong(field, 'format', 'must be a boolean value');

/** An absolute `https` URL. @since 0.1.0 */
export const httpsUrl: FieldRule = (value, field) =>
  isAbsent(value) || (typeof value === 'string' && /^https:\/\/./.test(value))
    ? GOOD
    : wrong(field, 'format', 'must be a URL address');

/** A list of that many such items. @since 0.1.0 */
export function listOf(rule: FieldRule, length: Span = {}): FieldRule {
  return (value, field) => {
    if (isAbsent(value)) return GOOD;
    if (!Array.isArray(value)) return wrong(field, 'format', 'must be an array');
    const items: readonly unknown[] = value;
    const size = sized(field, items.length, length, ' items long');
    return [...size, ...items.flatMap((item, index) => rule(item, `${field}.${index}`))];
  };
}

/** An object with such fields. @since 0.1.0 */
export function shaped(rules: FieldRules): FieldRule {
  return (value, field) => {
    if (isAbsent(value)) return GOOD;
    return isFields(value)
      ? problemsOf(value, rules, field)
      : wrong(field, 'format', 'must be an object');
  };
}
