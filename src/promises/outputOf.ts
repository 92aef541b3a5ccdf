import { lastValueFrom, map } from 'rxjs';
import type { JobStream } from '../contract/JobStream.js';
import { orThrow } from '../operators/orThrow.js';
import { jobOutcome } from './jobOutcome.js';
import type { OutcomeOptions } from './OutcomeOptions.js';

/**
 * Waits for a job and gives its output, for scripts and `async` functions.
 *
 * @param job$ - the job
 * @param options - see {@link OutcomeOptions}
 * @returns the output of the job that succeeded
 * @throws JobError: what the job's stream says, else `JobFailed`, `JobCanceled`, `JobGone` or
 * `ActionNeeded`; `Aborted`, whose `name` is `AbortError`, when the signal is aborted; and whatever
 * `onSnapshot` throws
 * @example
 * ```ts
 * import { isJobError, type JobStream, outputOf } from 'rushes';
 *
 * async function download(job$: JobStream<{ readonly video: string }>): Promise<string> {
 *   try {
 *     const { video } = await outputOf(job$, { onSnapshot: ({ status }) => status });
 *     return video;
 *   } catch (error) {
 *     return isJobError(error, 'JobFailed') ? error.snapshot.failure.message : String(error);
 *   }
 * }
 * ```
 * @since 0.1.0
 */
export function outputOf<A, P>(
  job$: JobStream<A, P>,
  options: OutcomeOptions<A, P> = {},
): Promise<A> {
  const output$ = jobOutcome(job$, options, 'outputOf').pipe(
    orThrow(),
    map(({ output }) => output),
  );
  return lastValueFrom(output$);
}
