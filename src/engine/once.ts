import type { Either } from 'fp-ts/lib/Either.js';
import { left, right } from '#fp-ts/Either';
import { catchError, map, of } from 'rxjs';
import type { Observable } from 'rxjs';
import type { JobError } from '../errors/JobError.js';
import { isJobError } from '../errors/isJobError.js';
import { restateError } from '../errors/restateError.js';
import type { Environment } from './Environment.js';
import type { Exchange } from './Exchange.js';
import { AttemptFailure } from './AttemptFailure.js';
import { send } from './send.js';
import { readsAtMost, retrying } from './retrying.js';
import type { HttpResponse } from '../contract/HttpPort.js';

/** Attempts of a read that stands alone: one, and two more after transient failures. */
const ATTEMPTS = 3;

/**
 * A call that may be repeated without cost, such as a read: one value, a `Left` for failures.
 *
 * @param read - makes the value of the answer; may throw a `JobError` or an {@link AttemptFailure}
 * @param rescue - makes a value of a failure, such as a 404 that means success
 */
export function once<T>(
  environment: Environment,
  what: Exchange,
  read: (response: HttpResponse) => T,
  rescue?: (failure: AttemptFailure) => T | undefined,
): Observable<Either<JobError, T>> {
  const { clock, diagnose, vendor } = environment;
  const { operation, ref } = what;
  const attempt = send(environment, what).pipe(
    map(read),
    catchError((failure: unknown) => {
      const value = failure instanceof AttemptFailure ? rescue?.(failure) : undefined;
      if (value !== undefined) return of(value);
      throw isJobError(failure) ? new AttemptFailure(failure, true) : failure;
    }),
  );
  return retrying(clock, attempt, {
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
