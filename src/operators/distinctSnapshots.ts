import { defer, filter } from 'rxjs';
import type { MonoTypeOperatorFunction } from 'rxjs';
import type { JobSnapshot } from '../model/JobSnapshot.js';
import type { ChangeState } from '../timing/changeStep.js';
import { changeStep } from '../timing/changeStep.js';

/**
 * Leaves out snapshots that show nothing new.
 *
 * News is a change of phase, status, progress, preview, output, failure, credits or the URL of an
 * asset. The query of a URL is no news, since vendors sign their URLs anew at each look.
 *
 * ```marbles
 * source  -a-a-b-b-a|   two looks each show the same
 * result  -a---b---a|
 * ```
 *
 * - **next**: passed through when it differs from the one before
 * - **error**: passed through
 * - **complete**: passed through
 * - **unsubscribe**: unsubscribes from the source
 *
 * @returns an operator that mirrors the source without repetitions
 * @example
 * ```ts
 * import type { Observable } from 'rxjs';
 * import type { JobSnapshot } from 'rushes';
 * import { distinctSnapshots } from 'rushes/operators';
 *
 * const changes = (looks$: Observable<JobSnapshot<string>>) => looks$.pipe(distinctSnapshots());
 * ```
 * @since 0.1.0
 */
export function distinctSnapshots<T extends JobSnapshot<unknown>>(): MonoTypeOperatorFunction<T> {
  return (source) =>
    defer(() => {
      let state: ChangeState = {};
      const isNews = (snapshot: T): boolean => {
        const [next, commands] = changeStep(state, snapshot);
        state = next;
        return commands.includes('emit');
      };
      return source.pipe(filter(isNews));
    });
}
