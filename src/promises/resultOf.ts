import { lastValueFrom } from 'rxjs';
import type { JobResult, JobStream } from '../contract/JobStream.js';
import { attempt } from '../operators/attempt.js';
import { jobOutcome } from './jobOutcome.js';
import type { OutcomeOptions } from './OutcomeOptions.js';

/**
 * Waits for a job and gives its end as a value: what `toResult()` emits, as a promise.
 *
 * @param job$ - the job
 * @param options - see {@link OutcomeOptions}; an aborted signal gives a `Left` of `Aborted`
 * @returns a `Right` of the succeeded snapshot, or a `Left` that says why there is none; rejects only
 * for defects in user code, such as what `onSnapshot` throws
 * @example
 * ```ts
 * import { explain, isLeft, type JobStream, resultOf } from 'rushes';
 *
 * async function tell(job$: JobStream<string>): Promise<string> {
 *   const result = await resultOf(job$, { signal: new AbortController().signal });
 *   return isLeft(result) ? explain(result.left).advice : result.right.output;
 * }
 * ```
 * @since 0.1.0
 */
export function resultOf<A, P>(
  job$: JobStream<A, P>,
  options: OutcomeOptions<A, P> = {},
): Promise<JobResult<A>> {
  return lastValueFrom(jobOutcome(job$, options, 'resultOf').pipe(attempt()));
}
