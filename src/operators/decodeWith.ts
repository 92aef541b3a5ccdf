import type { Either } from 'fp-ts/lib/Either.js';
import { isLeft } from '#fp-ts/Either';
import { map } from 'rxjs';
import type { OperatorFunction } from 'rxjs';
import type { Decoder } from '../contract/Decoder.js';
import { decodeIssues } from '../errors/decodeIssues.js';
import type { InputIssue } from '../errors/InputIssue.js';
import { requireOption } from '../errors/requireOption.js';
import { Undecodable } from '../errors/Undecodable.js';

const undecodable = (issues: readonly InputIssue[]): Undecodable => {
  const [first] = issues;
  const where = first === undefined || first.path === '' ? '' : `${first.path}: `;
  const message = `the value is not what was expected: ${where}${first?.message ?? ''}`;
  const facts = { provider: 'rushes', operation: 'decodeWith', jobMayBeRunning: true };
  return new Undecodable(message, 'shape', facts, issues);
};

/** A decoder may run out of stack on a value nested too deep; its words may hold the value. */
function decoded<A>(decoder: Decoder<A>, value: unknown): A {
  let result: Either<unknown, A>;
  try {
    result = decoder.decode(value);
    if (isLeft(result)) throw undecodable(decodeIssues(result.left));
    return result.right;
  } catch (error) {
    if (error instanceof Undecodable) throw error;
    const name = error instanceof Error ? error.name.slice(0, 100) : typeof error;
    throw undecodable([{ path: '', message: `the decoder threw ${name}` }]);
  }
}

/**
 * Checks every value with a decoder, and passes on what the decoder makes of it.
 *
 * ```marbles
 * source  -a-b-c|      b is of another shape
 * result  -x-#
 * ```
 *
 * - **next**: decoded; a `Left` becomes the error `Undecodable`, whose `issues` tell paths and
 *   expected types, at most 20, and never a value; so does a decoder that throws
 * - **error**: passed through
 * - **complete**: passed through
 * - **unsubscribe**: unsubscribes from the source
 *
 * @param decoder - an io-ts codec, or anything with `decode(value): Either`
 * @returns an operator from anything to the decoder's type
 * @throws InvalidInput, at once, for a decoder without `decode`
 * @example
 * ```ts
 * import * as t from 'io-ts';
 * import { fromFetch } from 'rxjs/fetch';
 * import { decodeWith } from 'rushes/operators';
 *
 * const Job = t.type({ id: t.string, status: t.string });
 * const job$ = fromFetch('https://jobs.example/1', {
 *   selector: (answer): Promise<unknown> => answer.json(),
 * }).pipe(decodeWith(Job));
 * ```
 * @since 0.1.0
 */
export function decodeWith<A>(decoder: Decoder<A>): OperatorFunction<unknown, A> {
  const isDecoder = typeof (decoder as Decoder<A> | undefined)?.decode === 'function';
  requireOption(isDecoder, 'decodeWith', 'decoder', 'must have a decode method');
  return map((value) => decoded(decoder, value));
}
