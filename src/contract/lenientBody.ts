import { failure, failures, success, Type } from 'io-ts';
import type { Any, Context, Errors, TypeOf } from 'io-ts';

/** Fields of a body by name, each with its codec. @since 0.1.0 */
export type Fields = Readonly<Record<string, Any>>;

/** What {@link lenientBody} gives: required fields are there, optional ones may be absent. @since 0.1.0 */
export type BodyOf<Required extends Fields, Optional extends Fields> = {
  readonly [Name in keyof Required]: TypeOf<Required[Name]>;
} & { readonly [Name in keyof Optional]?: TypeOf<Optional[Name]> };

type Unread = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Unread =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Only own fields count, or a hostile `__proto__` could lend some; a getter that throws gives nothing. */
function ownField(source: Unread, name: string): unknown {
  try {
    return Object.hasOwn(source, name) ? source[name] : undefined;
  } catch {
    return undefined;
  }
}

type Entries = readonly (readonly [name: string, type: Any])[];

function readRequired(
  source: Unread,
  fields: Entries,
  context: Context,
  into: Record<string, unknown>,
): Errors {
  const errors: Errors = [];
  for (const [key, type] of fields) {
    const actual = ownField(source, key);
    const result = type.validate(actual, [...context, { key, type, actual }]);
    if (result._tag === 'Left') errors.push(...result.left);
    else into[key] = result.right;
  }
  return errors;
}

function readOptional(source: Unread, fields: Entries, into: Record<string, unknown>): void {
  for (const [key, type] of fields) {
    const value = ownField(source, key);
    if (value === undefined || value === null) continue;
    const result = type.validate(value, []);
    if (result._tag === 'Right') into[key] = result.right;
  }
}

/**
 * A codec of a vendor's body: strict on what is required, lenient on all else.
 *
 * An optional field that is null, missing or of the wrong type is absent; other keys are left out
 * (`raw` keeps them). Looks no deeper than the fields that it is given, and never throws.
 *
 * @param name - what the body is, for messages
 * @param required - without these the body cannot be used: most often `id` and `status` alone
 * @param optional - all else
 * @example
 * ```ts
 * import { lenient, lenientBody } from 'rushes';
 *
 * const Clip = lenientBody(
 *   'a clip',
 *   { id: lenient.vendorId, state: lenient.word },
 *   { url: lenient.webUrl, percent: lenient.numeric },
 * );
 * const clip = Clip.decode({ id: 'c1', state: 'drawing', url: null, percent: '40' });
 * // Right of { id: 'c1', state: 'drawing', percent: 40 }
 * ```
 * @since 0.1.0
 */
export function lenientBody<Required extends Fields, Optional extends Fields>(
  name: string,
  required: Required,
  optional: Optional,
): Type<BodyOf<Required, Optional>, BodyOf<Required, Optional>, unknown> {
  type Body = BodyOf<Required, Optional>;
  const [must, may] = [Object.entries(required), Object.entries(optional)];
  return new Type<Body, Body, unknown>(
    name,
    (value): value is Body =>
      isObject(value) &&
      must.every(([key, type]) => type.is(ownField(value, key))) &&
      may.every(([key, type]) => {
        const field = ownField(value, key);
        return field === undefined || type.is(field);
      }),
    (value, context) => {
      if (!isObject(value)) return failure(value, context);
      const body: Record<string, unknown> = {};
      const errors = readRequired(value, must, context, body);
      if (errors.length > 0) return failures(errors);
      readOptional(value, may, body);
      return success(body as Body);
    },
    (body) => body,
  );
}
