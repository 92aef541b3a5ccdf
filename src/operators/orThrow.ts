import type { Either } from 'fp-ts/lib/Either.js';
import { isLeft } from '#fp-ts/Either';
import { mergeMap, of, throwError } from 'rxjs';
import type { OperatorFunction } from 'rxjs';

/**
 * Takes values out of their `Either`: a `Left` goes to the error channel, where `retry`, `catchError`
 * and the like find it.
 *
 * ```marbles
 * source  -a-b-e-     Right, Right, Left
 * result  -a-b-#
 * ```
 *
 * - **next**: a `Right` is unwrapped; a `Left` ends as its error
 * - **error**: passed through
 * - **complete**: passed through
 * - **unsubscribe**: unsubscribes from the source
 *
 * @returns an operator from any `Either` to its right side
 * @example
 * ```ts
 * import { catchError, EMPTY } from 'rxjs';
 * import type { JobStream } from 'rushes';
 * import { orThrow } from 'rushes/operators';
 *
 * const snapshots = (job$: JobStream<string>) => job$.pipe(orThrow(), catchError(() => EMPTY));
 * ```
 * @since 0.1.0
 */
export function orThrow<E, A>(): OperatorFunction<Either<E, A>, A> {
  return mergeMap((either) => (isLeft(either) ? throwError(() => either.left) : of(either.right)));
}
