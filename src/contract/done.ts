import { right } from '#fp-ts/Either';
import type { Decoder } from './Decoder.js';

/** An answer that says no more than that it is done, in whatever words. @since 0.1.0 */
export const done: Decoder<void> = { decode: () => right(undefined) };
