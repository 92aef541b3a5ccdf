import type { Either } from 'fp-ts/lib/Either.js';

/** Whether a value is an `Either`, of whichever copy of fp-ts. @since 0.1.0 */
export const isEither = (value: unknown): value is Either<unknown, unknown> => {
  if (typeof value !== 'object' || value === null) return false;
  const { _tag } = value as { readonly _tag?: unknown };
  return (_tag === 'Left' && 'left' in value) || (_tag === 'Right' && 'right' in value);
};
