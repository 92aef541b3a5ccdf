import type { Either } from 'fp-ts/lib/Either.js';
import { left, right } from '#fp-ts/Either';
import { catchError, map, of } from 'rxjs';
import type { Observable } from 'rxjs';
import { isJobError } from '../errors/isJobError.js';
import type { JobError } from '../errors/JobError.js';
import { restateError } from '../errors/restateError.js';
import type { JobRef } from '../model/JobRef.js';
import { AttemptFailure } from './AttemptFailure.js';
import type { Environment } from './Environment.js';
import { readsAtMost, retrying } from './retrying.js';

/** Attempts of a read that stands alone: one, and two more after transient failures. */
const ATTEMPTS = 3;

/** Who asks. */
interface Asking {
  readonly operation: string;
  readonly ref?: JobRef | undefined;
}

/**
 * A call that may be repeated without cost, such as a read: one value, a `Left` for failures.
 *
 * @param attempt - cold; errors with {@link AttemptFailure}, or with a `JobError` for an answer that
 * cannot be read
 * @since 0.1.0
 */
export function once<T>(
  { clock, diagnose, vendor }: Environment,
  { operation, ref }: Asking,
  attempt: Observable<T>,
): Observable<Either<JobError, T>> {
  const failing = attempt.pipe(
    catchError((failure: unknown) => {
      throw isJobError(failure) ? new AttemptFailure(failure, true) : failure;
    }),
  );
  return retrying(clock, failing, {
    judge: readsAtMost(ATTEMPTS),
    onRetry: (afterMs, { _tag }) =>
      diagnose({ type: 'retry', afterMs, reason: _tag, provider: vendor.provider, operation, ref }),
  }).pipe(
    map((value): Either<JobError, T> => right(value)),
    catchError((failure: unknown) => {
      if (!(failure instanceof AttemptFailure)) throw failure;
      return of(left(restateError(failure.error, { operation })));
    }),
  );
}
