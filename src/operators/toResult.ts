import { defaultIfEmpty, map, takeLast } from 'rxjs';
import type { OperatorFunction } from 'rxjs';
import type { JobEvent, JobResult } from '../contract/JobStream.js';
import { resultOfEvent } from './resultOfEvent.js';

/**
 * How a job ended, as exactly one value: a `Right` of its last snapshot if it succeeded, else a
 * `Left` that says why not.
 *
 * A job that failed, was canceled, is gone or waits for a person becomes `JobFailed`, `JobCanceled`,
 * `JobGone` or `ActionNeeded`. A stream that is cut short becomes `Aborted`, with the job's `ref`.
 *
 * ```marbles
 * job     -q-r-s|       queued, running, succeeded
 * result  ------(s|)
 * ```
 *
 * - **next**: kept until the end; only the last counts
 * - **error**: passed through
 * - **complete**: emits the result and completes
 * - **unsubscribe**: unsubscribes from the source
 *
 * @returns an operator from job events to one result
 * @example
 * ```ts
 * import { firstValueFrom } from 'rxjs';
 * import { isRight, type JobStream, toResult } from 'rushes';
 *
 * async function videoOf(job$: JobStream<{ readonly video: string }>): Promise<string> {
 *   const result = await firstValueFrom(job$.pipe(toResult()));
 *   return isRight(result) ? result.right.output.video : result.left.message;
 * }
 * ```
 * @since 0.1.0
 */
export function toResult<A>(): OperatorFunction<JobEvent<A>, JobResult<A>> {
  return (source) =>
    source.pipe(
      takeLast(1),
      defaultIfEmpty(undefined),
      map((last) => resultOfEvent(last, 'toResult')),
    );
}
