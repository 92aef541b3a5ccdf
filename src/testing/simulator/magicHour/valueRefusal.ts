import type { ValueFact } from './FieldFact.js';
import { endingFlaw, endingOf } from './fileEndings.js';
import { invalid } from './Refusal.js';
import type { Refusal } from './Refusal.js';

/**
 * Judges one value by itself.
 *
 * @param path - of the field, for the message
 * @param value - that was sent
 * @param fact - what holds for it
 * @returns the first thing that is wrong, or `undefined`
 * @since 0.1.0
 */
export function valueRefusal(path: string, value: unknown, fact: ValueFact): Refusal | undefined {
  if (value === null && fact.nullable === true) return undefined;
  const sent = typeOf(value);
  const fits = sent === fact.type || (fact.type === 'number' && NUMBERS.includes(sent));
  if (!fits) return invalid(`Invalid type for ${path}: expected ${fact.type}, got ${sent}`);
  return wordRefusal(path, value, fact) ?? rangeRefusal(path, value, fact);
}

const NUMBERS = ['integer', 'float'];

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value !== 'number') return typeof value;
  return Number.isInteger(value) ? 'integer' : 'float';
}

function wordRefusal(path: string, value: unknown, fact: ValueFact): Refusal | undefined {
  const { enum: words, newer = [] } = fact;
  if (words === undefined || words.some((word) => word === value)) return undefined;
  if (newer.some((word) => word === value)) return undefined;
  return invalid(`${path} must be one of: ${words.join(', ')}`);
}

function rangeRefusal(path: string, value: unknown, fact: ValueFact): Refusal | undefined {
  if (typeof value === 'number') return numberRefusal(path, value, fact);
  if (typeof value === 'string') return textRefusal(path, value, fact);
  return Array.isArray(value) ? listRefusal(path, value, fact) : undefined;
}

function numberRefusal(path: string, value: number, fact: ValueFact): Refusal | undefined {
  const { minimum = -Infinity, maximum = Infinity, multipleOf } = fact;
  if (value < minimum) return invalid(`${path} must be at least ${minimum}`);
  if (value > maximum) return invalid(`${path} must be at most ${maximum}`);
  if (multipleOf === undefined) return undefined;
  // 0.15 / 0.05 is not quite 3.
  const steps = value / multipleOf;
  if (Math.abs(steps - Math.round(steps)) < 1e-9) return undefined;
  return invalid(`${path} must be a multiple of ${multipleOf}`);
}

function textRefusal(path: string, value: string, fact: ValueFact): Refusal | undefined {
  const { minLength = 0, maxLength = Infinity, pattern, format, file } = fact;
  if (value.length < minLength)
    return invalid(`${path} must have at least ${minLength} characters`);
  if (value.length > maxLength) return invalid(`${path} must have at most ${maxLength} characters`);
  if (pattern !== undefined && !new RegExp(pattern).test(value)) {
    return invalid(`${path} must match ${pattern}`);
  }
  if (format === 'uri' && !URL.canParse(value)) return invalid(`${path} must be a URL`);
  const ending = file === undefined ? undefined : endingOf(value);
  const flaw = ending === undefined || file === undefined ? undefined : endingFlaw(ending, file);
  return flaw === undefined ? undefined : { status: 422, message: flaw };
}

function listRefusal(
  path: string,
  value: readonly unknown[],
  fact: ValueFact,
): Refusal | undefined {
  const { minItems = 0, maxItems = Infinity, items } = fact;
  if (value.length < minItems) return invalid(`${path} must have at least ${minItems} items`);
  if (value.length > maxItems) return invalid(`${path} must have at most ${maxItems} items`);
  if (items === undefined) return undefined;
  return value.reduce<Refusal | undefined>(
    (first, item, index) => first ?? valueRefusal(`${path}[${index}]`, item, items),
    undefined,
  );
}
