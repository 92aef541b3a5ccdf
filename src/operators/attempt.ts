import type { Either } from 'fp-ts/lib/Either.js';
import { left, right } from '#fp-ts/Either';
import { catchError, map, of, throwError } from 'rxjs';
import type { OperatorFunction } from 'rxjs';
import { isJobError } from '../errors/isJobError.js';
import type { JobError } from '../errors/JobError.js';
import { isEither } from './isEither.js';

/**
 * What {@link attempt} makes of a value: an `Either` stays one, anything else becomes its right side.
 *
 * @since 0.1.0
 */
export type Attempted<T> = [T] extends [Either<infer E, infer A>]
  ? Either<E | JobError, A>
  : Either<JobError, T>;

/**
 * Makes typed failures values again: a `JobError` on the error channel becomes a last `Left`.
 *
 * Every other error is a defect in user code and stays where it is.
 *
 * ```marbles
 * source  -a-#         an error of this library
 * result  -a-(e|)      Right, then Left
 * ```
 *
 * - **next**: an `Either` passes; anything else is wrapped as a `Right`
 * - **error**: a `JobError` is emitted as a `Left`, then complete; others pass through
 * - **complete**: passed through
 * - **unsubscribe**: unsubscribes from the source
 *
 * @returns an operator from anything to an `Either` with `JobError` on the left
 * @example
 * ```ts
 * import type { JobStream } from 'rushes';
 * import { attempt, deadline, orThrow, retryTransient } from 'rushes/operators';
 *
 * const steadier = (look$: JobStream<string>): JobStream<string> =>
 *   look$.pipe(orThrow(), retryTransient(), deadline(60_000), attempt());
 * ```
 * @since 0.1.0
 */
export function attempt<T>(): OperatorFunction<T, Attempted<T>> {
  return (source) =>
    source.pipe(
      map((value): unknown => (isEither(value) ? value : right(value))),
      catchError((error: unknown) =>
        isJobError(error) ? of(left(error)) : throwError(() => error),
      ),
      map((either) => either as Attempted<T>),
    );
}
