import { isLeft, left, right } from '#fp-ts/Either';
import { concat, defer, EMPTY, mergeMap, of } from 'rxjs';
import type { Observable, OperatorFunction } from 'rxjs';
import type { JobEvent } from '../contract/JobStream.js';
import { requireOption } from '../errors/requireOption.js';
import type { Succeeded } from '../model/JobSnapshot.js';
import type { Chained } from './oncePerJob.js';
import { oncePerJob } from './oncePerJob.js';

/**
 * Goes on with the next job when one has succeeded: two jobs in one stream.
 *
 * Unfinished snapshots of the first job pass, so that a page shows what happens; its succeeded
 * snapshot does not, since the stream has not ended. If the first job ends in another way, that end
 * passes and there is no next job. `next` is called once per first job for each value that `thenRun`
 * returns, however many subscribe and whenever, since it may pay; a throw of it goes to the error
 * channel and is remembered as well.
 *
 * ```marbles
 * first   -q-r-s|         queued, running, succeeded
 * second  -Q-S|           subscribed when the first completes
 * result  -q-r---Q-S|
 * ```
 *
 * - **next**: passed through, but for snapshots of the first job that succeeded
 * - **error**: passed through; also what `next` throws
 * - **complete**: goes on with the next job if the last event was a success, else completes
 * - **unsubscribe**: unsubscribes from the job under way
 *
 * @param next - starts the next job with the output of the first; a `Promise` of a stream is waited
 * for
 * @returns an operator from the events of one job to those of both
 * @throws InvalidInput, at once, when `next` is no function
 * @example
 * ```ts
 * import type { JobStream } from 'rushes';
 * import { thenRun } from 'rushes/operators';
 *
 * declare function lipSync(input: { readonly video: string }): JobStream<{ readonly url: string }>;
 *
 * const dubbed = (avatar$: JobStream<{ readonly video_output: string }>) =>
 *   avatar$.pipe(thenRun((output) => lipSync({ video: output.video_output })));
 * ```
 * @since 0.1.0
 */
export function thenRun<A, P, B = never, Q = never>(
  next: (output: A, snapshot: Succeeded<A>) => Chained<JobEvent<B, Q>>,
): OperatorFunction<JobEvent<A, P>, JobEvent<B, P | Q>> {
  requireOption(typeof next === 'function', 'thenRun', 'next', 'must be a function');
  const nextOf = oncePerJob((snapshot: Succeeded<A>) => next(snapshot.output, snapshot));
  return (source) =>
    defer(() => {
      let success: Succeeded<A> | undefined;
      const first$ = source.pipe(
        mergeMap((event): Observable<JobEvent<B, P | Q>> => {
          success = undefined;
          if (isLeft(event)) return of(left(event.left));
          const snapshot = event.right;
          if (snapshot.phase !== 'succeeded') return of(right(snapshot));
          success = snapshot;
          return EMPTY;
        }),
      );
      const rest$ = defer((): Observable<JobEvent<B, P | Q>> =>
        success === undefined ? EMPTY : nextOf(success),
      );
      return concat(first$, rest$);
    });
}
