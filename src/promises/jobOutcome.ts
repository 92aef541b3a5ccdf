import { isRight } from '#fp-ts/Either';
import { concat, defer, ignoreElements, of, tap } from 'rxjs';
import type { Observable } from 'rxjs';
import type { JobEvent, JobResult, JobStream } from '../contract/JobStream.js';
import { resultOfEvent } from '../operators/resultOfEvent.js';
import { failOnAbort } from './failOnAbort.js';
import type { OutcomeOptions } from './OutcomeOptions.js';

/**
 * A job's result as one value; `Aborted` and what `onSnapshot` throws go to the error channel.
 *
 * @param job$ - the job
 * @param options - see {@link OutcomeOptions}
 * @param operation - named in errors
 * @since 0.1.0
 */
export function jobOutcome<A, P>(
  job$: JobStream<A, P>,
  { signal, onSnapshot }: OutcomeOptions<A, P>,
  operation: string,
): Observable<JobResult<A>> {
  return defer(() => {
    let last: JobEvent<A, P> | undefined;
    const events$ = job$.pipe(
      failOnAbort(signal, operation),
      tap((event) => {
        // Before the caller hears of it: the caller may abort then, and a job that ended has ended.
        last = event;
        if (isRight(event)) onSnapshot?.(event.right);
      }),
      ignoreElements(),
    );
    return concat(
      events$,
      defer(() => of(resultOfEvent<A>(last, operation))),
    );
  });
}
