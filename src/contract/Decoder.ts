import type { Either } from 'fp-ts/lib/Either.js';

/**
 * Anything that checks an unknown value: an io-ts codec, or one `decode` function.
 *
 * @typeParam A - what a good value is
 * @since 0.1.0
 */
export interface Decoder<A> {
  /** A `Right` of the value, or a `Left` of what is wrong; never throws. */
  decode(value: unknown): Either<unknown, A>;
}
