import type { Either } from 'fp-ts/lib/Either.js';
import { firstValueFrom, throwIfEmpty } from 'rxjs';
import type { Observable } from 'rxjs';
import { Aborted } from '../errors/Aborted.js';
import { orThrow } from '../operators/orThrow.js';
import type { AbortOptions } from './AbortOptions.js';
import { failOnAbort } from './failOnAbort.js';

const empty = (): Aborted =>
  new Aborted('the stream ended without a value', {
    provider: 'rushes',
    operation: 'unwrap',
    jobMayBeRunning: true,
  });

/**
 * Waits for the one value of `submit`, `list`, `remove` and the like.
 *
 * @param once$ - emits one `Either`; only the first counts
 * @param options - see {@link AbortOptions}
 * @returns the right side
 * @throws the left side, most often a `JobError`; `Aborted` when the signal is aborted or nothing came
 * @example
 * ```ts
 * import type { Observable } from 'rxjs';
 * import { type Either, formatRef, type JobError, type JobRef, unwrap } from 'rushes';
 *
 * const refLine = async (submitted$: Observable<Either<JobError, JobRef>>): Promise<string> =>
 *   formatRef(await unwrap(submitted$));
 * ```
 * @since 0.1.0
 */
export function unwrap<E, A>(
  once$: Observable<Either<E, A>>,
  { signal }: AbortOptions = {},
): Promise<A> {
  return firstValueFrom(once$.pipe(failOnAbort(signal, 'unwrap'), throwIfEmpty(empty), orThrow()));
}
