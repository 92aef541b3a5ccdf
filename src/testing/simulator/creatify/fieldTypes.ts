import { isUuid } from '../isUuid.js';
import { isFields } from '../JsonFields.js';
import type { Field } from './Field.js';

/**
 * A text.
 *
 * @param most - characters, `1` or more
 * @since 0.1.0
 */
export function text(most: number = Infinity): Field {
  return {
    check: (value) => {
      if (typeof value !== 'string') return ['Not a valid string.'];
      return value.length > most
        ? [`Ensure this field has no more than ${most} characters.`]
        : undefined;
    },
  };
}

/**
 * The address of something on the web.
 *
 * @param most - characters
 * @since 0.1.0
 */
export function url(most: number = Infinity): Field {
  const { check } = text(most);
  return {
    check: (value) =>
      typeof value === 'string' && URL.canParse(value) && /^https?:/.test(value)
        ? check(value)
        : ['Enter a valid URL.'],
  };
}

/** A file of a multipart body, or the address of one. @since 0.1.0 */
export function file(): Field {
  const { check } = url();
  return {
    check: (value) => (isFields(value) && 'sizeBytes' in value ? undefined : check(value)),
    read: (value) => (isFields(value) ? value['name'] : value),
  };
}

/** The id of something else at the vendor. @since 0.1.0 */
export function id(): Field {
  return { check: (value) => (isUuid(value) ? undefined : ['Must be a valid UUID.']) };
}

/**
 * A number.
 *
 * @param least - the least that is taken
 * @param most - the most that is taken
 * @since 0.1.0
 */
export function number(least: number = -Infinity, most: number = Infinity): Field {
  return {
    check: (value) => {
      const told = numberOf(value);
      if (told === undefined) return ['A valid number is required.'];
      if (told > most) return [`Ensure this value is less than or equal to ${most}.`];
      return told < least ? [`Ensure this value is greater than or equal to ${least}.`] : undefined;
    },
    read: numberOf,
  };
}

/** A whole number; for `least` and `most` see {@link number}. @since 0.1.0 */
export function integer(least?: number, most?: number): Field {
  const { check } = number(least, most);
  return {
    check: (value) =>
      Number.isInteger(numberOf(value)) ? check(value) : ['A valid integer is required.'],
    read: numberOf,
  };
}

/** Yes or no. @since 0.1.0 */
export function flag(): Field {
  const said = (value: unknown) => FLAGS.get(typeof value === 'string' ? value.trim() : value);
  return {
    check: (value) => (said(value) === undefined ? ['Must be a valid boolean.'] : undefined),
    read: said,
  };
}

/** One of a closed list of words. @since 0.1.0 */
export function choice(...choices: readonly string[]): Field {
  return {
    check: (value) =>
      typeof value === 'string' && choices.includes(value)
        ? undefined
        : [`"${typeof value === 'string' ? value : JSON.stringify(value)}" is not a valid choice.`],
  };
}

/** Any JSON. @since 0.1.0 */
export function anything(): Field {
  return { check: () => undefined };
}

/** An object whose fields are open. @since 0.1.0 */
export function dictionary(): Field {
  return {
    check: (value) =>
      isFields(value) ? undefined : ['Expected a dictionary of items but got another type.'],
  };
}

const FLAGS: ReadonlyMap<unknown, boolean> = new Map<unknown, boolean>([
  [true, true],
  ['true', true],
  ['True', true],
  ['1', true],
  [false, false],
  ['false', false],
  ['False', false],
  ['0', false],
]);

function numberOf(value: unknown): number | undefined {
  const told = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof told === 'number' && !Number.isNaN(told) ? told : undefined;
}
