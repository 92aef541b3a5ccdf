import { isFields } from '../JsonFields.js';
import type { JsonFields } from '../JsonFields.js';

/**
 * What is wrong with a value, in the words of Django REST framework: texts, or errors by field for
 * an object, or one of both for each item of a list.
 *
 * @since 0.1.0
 */
export type FieldError = readonly (string | FieldErrors)[] | FieldErrors;

/** What is wrong with a body, by field. @since 0.1.0 */
export interface FieldErrors {
  readonly [name: string]: FieldError;
}

/** What a request takes under one name. @since 0.1.0 */
export interface Field {
  readonly required?: boolean;
  readonly nullable?: boolean;
  readonly check: (value: unknown) => FieldError | undefined;
  /** The value as it is kept: a form sends numbers as text. */
  readonly read?: (value: unknown) => unknown;
}

/** What a request takes, by name; other names are passed over. @since 0.1.0 */
export type Fields = Readonly<Record<string, Field>>;

/** The key under which errors stand that are of no field. @since 0.1.0 */
export const NON_FIELD = 'non_field_errors';

/** The field, which must be there. @since 0.1.0 */
export function required(field: Field): Field {
  return { ...field, required: true };
}

/** The field, which may be `null`. @since 0.1.0 */
export function nullable(field: Field): Field {
  return { ...field, nullable: true };
}

/**
 * Judges a body.
 *
 * @param fields - what the request takes
 * @param body - what was sent
 * @returns what is wrong, or `undefined`
 * @since 0.1.0
 */
export function fieldErrors(fields: Fields, body: JsonFields): FieldErrors | undefined {
  const errors: Record<string, FieldError> = {};
  for (const [name, field] of Object.entries(fields)) {
    const found = errorOf(field, body[name]);
    if (found !== undefined) errors[name] = found;
  }
  return Object.keys(errors).length === 0 ? undefined : errors;
}

/**
 * The fields of a sound body as they are kept.
 *
 * @param fields - what the request takes
 * @param body - what was sent
 * @since 0.1.0
 */
export function keptFields(fields: Fields, body: JsonFields): JsonFields {
  const names = Object.keys(fields).filter((name) => body[name] !== undefined);
  return Object.fromEntries(
    names.map((name) => [name, fields[name]?.read?.(body[name]) ?? body[name]]),
  );
}

/** An object with fields of its own. @since 0.1.0 */
export function nested(fields: Fields): Field {
  return {
    check: (value) =>
      isFields(value)
        ? fieldErrors(fields, value)
        : {
            [NON_FIELD]: [`Invalid data. Expected a dictionary, but got ${pythonType(value)}.`],
          },
  };
}

/**
 * A list.
 *
 * @param of - what each item is
 * @param size - the least and the most items
 * @since 0.1.0
 */
export function list(
  of: Field,
  { least = 0, most = Infinity }: { readonly least?: number; readonly most?: number } = {},
): Field {
  return {
    check: (value) => {
      if (!Array.isArray(value)) {
        return [`Expected a list of items but got type "${pythonType(value)}".`];
      }
      if (value.length < least) return [`Ensure this field has at least ${least} elements.`];
      if (value.length > most) return [`Ensure this field has no more than ${most} elements.`];
      const errors = value.map((item) => errorOf({ ...of, required: true }, item));
      if (errors.every((error) => error === undefined)) return undefined;
      return Object.fromEntries(
        errors.flatMap((error, index) => (error === undefined ? [] : [[String(index), error]])),
      );
    },
  };
}

function errorOf(field: Field, value: unknown): FieldError | undefined {
  if (value === undefined) return field.required === true ? ['This field is required.'] : undefined;
  if (value === null) return field.nullable === true ? undefined : ['This field may not be null.'];
  if (value === '' && field.required === true) return ['This field may not be blank.'];
  return field.check(value);
}

function pythonType(value: unknown): string {
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'string') return 'str';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float';
  return isFields(value) ? 'dict' : 'NoneType';
}
