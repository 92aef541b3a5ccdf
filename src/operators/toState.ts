import { scan, startWith } from 'rxjs';
import type { OperatorFunction } from 'rxjs';
import type { JobEvent } from '../contract/JobStream.js';
import type { JobState } from './JobState.js';
import { IDLE, stateAfter } from './JobState.js';

/**
 * A job as a page shows it: always some state, beginning with `idle`, never an error to catch.
 *
 * A `Left` becomes the state `error`, which keeps the last snapshot and the job's `ref`.
 *
 * ```marbles
 * job     -q-r-s|      queued, running, succeeded
 * state   iq-r-s|      idle first
 * ```
 *
 * - **next**: becomes the next state
 * - **error**: passed through; job streams only have it for defects in user code
 * - **complete**: passed through; the last state stays the last
 * - **unsubscribe**: unsubscribes from the source
 *
 * @returns an operator from job events to states
 * @example
 * ```ts
 * import { map } from 'rxjs';
 * import type { JobStream } from 'rushes';
 * import { toState } from 'rushes/operators';
 *
 * const percent = (job$: JobStream<string>) =>
 *   job$.pipe(
 *     toState(),
 *     map(({ progress = 0 }) => Math.round(progress * 100)),
 *   );
 * ```
 * @since 0.1.0
 */
export function toState<A, P>(): OperatorFunction<JobEvent<A, P>, JobState<A, P>> {
  return (source) =>
    source.pipe(
      scan((state: JobState<A, P>, event) => stateAfter(state, event), IDLE),
      startWith(IDLE),
    );
}
