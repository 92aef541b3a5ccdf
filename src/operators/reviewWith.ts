import { isRight } from '#fp-ts/Either';
import { concat, defer, EMPTY, tap } from 'rxjs';
import type { Observable, OperatorFunction } from 'rxjs';
import type { JobEvent } from '../contract/JobStream.js';
import { requireOption } from '../errors/requireOption.js';
import type { NeedsAction } from '../model/JobSnapshot.js';
import type { Chained } from './oncePerJob.js';
import { oncePerJob } from './oncePerJob.js';

/**
 * Lets a person decide when a job needs it, and goes on with what was decided.
 *
 * Everything passes, the snapshot that waits as well, so that a page shows its preview meanwhile.
 * `decide` is called once per job for each value that `reviewWith` returns, however many subscribe
 * and whenever; a throw of it goes to the error channel and is remembered as well. A second
 * decision in the stream that follows passes: write `reviewWith` twice for two rounds.
 *
 * ```marbles
 * job     -r-n|           running, needs action
 * saved   -s|             what the decision leads to
 * result  -r-n-s|
 * ```
 *
 * - **next**: passed through
 * - **error**: passed through; also what `decide` throws
 * - **complete**: goes on with the decision if the last event was one that waits, else completes
 * - **unsubscribe**: unsubscribes from the stream under way; the job waits on
 *
 * @param decide - gives the stream to go on with, such as that of `save(snapshot.ref)`, or `EMPTY` to
 * leave the job as it is; a `Promise` of a stream is waited for, and asked for once
 * @returns an operator from the events of a job to those with its review
 * @throws InvalidInput, at once, when `decide` is no function
 * @example
 * ```ts
 * import { EMPTY } from 'rxjs';
 * import type { JobRef, JobStream } from 'rushes';
 * import { reviewWith } from 'rushes/operators';
 *
 * declare function save(ref: JobRef): JobStream<string>;
 * declare function confirmed(preview: unknown): Promise<boolean>;
 *
 * const reviewed = (job$: JobStream<string>) =>
 *   job$.pipe(reviewWith(async ({ ref, preview }) => ((await confirmed(preview)) ? save(ref) : EMPTY)));
 * ```
 * @since 0.1.0
 */
export function reviewWith<A, P, B = never, Q = never>(
  decide: (snapshot: NeedsAction<P>) => Chained<JobEvent<B, Q>>,
): OperatorFunction<JobEvent<A, P>, JobEvent<A | B, P | Q>> {
  requireOption(typeof decide === 'function', 'reviewWith', 'decide', 'must be a function');
  const decisionOn = oncePerJob(decide);
  return (source) =>
    defer(() => {
      let waiting: NeedsAction<P> | undefined;
      const first$ = source.pipe(
        tap((event) => {
          const snapshot = isRight(event) ? event.right : undefined;
          waiting = snapshot?.phase === 'needs-action' ? snapshot : undefined;
        }),
      );
      const rest$ = defer((): Observable<JobEvent<B, Q>> =>
        waiting === undefined ? EMPTY : decisionOn(waiting),
      );
      return concat<[JobEvent<A | B, P | Q>, JobEvent<A | B, P | Q>]>(first$, rest$);
    });
}
