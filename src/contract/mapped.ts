import { isLeft, right } from '#fp-ts/Either';
import type { Decoder } from './Decoder.js';

/**
 * Reads a value and makes something else of it.
 *
 * @param decoder - reads it
 * @param make - makes something of what is good; must not throw
 * @since 0.1.0
 */
export const mapped = <A, B>(decoder: Decoder<A>, make: (value: A) => B): Decoder<B> => ({
  decode: (value) => {
    const read = decoder.decode(value);
    return isLeft(read) ? read : right(make(read.right));
  },
});
