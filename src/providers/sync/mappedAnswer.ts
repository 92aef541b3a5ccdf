import { isLeft, right } from '#fp-ts/Either';
import type { Decoder } from '../../contract/Decoder.js';

/** Reads an answer and makes something else of it. @since 0.1.0 */
export const mapped = <A, B>(decoder: Decoder<A>, make: (answer: A) => B): Decoder<B> => ({
  decode: (json) => {
    const read = decoder.decode(json);
    return isLeft(read) ? read : right(make(read.right));
  },
});

/** An answer that says no more than that it is done, in whatever words. @since 0.1.0 */
export const done: Decoder<void> = { decode: () => right(undefined) };

/** An answer that says that something is there no more. @since 0.1.0 */
export const gone: Decoder<true> = { decode: () => right(true) };
