import { defer, mergeMap, Observable, takeUntil, tap, throwError } from 'rxjs';
import type { MonoTypeOperatorFunction, SchedulerLike } from 'rxjs';
import type { Clock } from '../contract/Clock.js';
import { clockOf } from '../contract/systemClock.js';
import { DeadlineExceeded } from '../errors/DeadlineExceeded.js';
import { requireOption } from '../errors/requireOption.js';
import type { EpochMs } from '../model/EpochMs.js';
import { isSettled } from '../model/JobSnapshot.js';
import { deadlineStep, MAX_DEADLINE_MS } from '../timing/deadlineStep.js';
import type { JobFacts } from './jobFactsIn.js';
import { jobFactsIn } from './jobFactsIn.js';

/** Options for {@link deadline}. @since 0.1.0 */
export interface DeadlineOptions {
  /** Where time comes from. @defaultValue real time */
  readonly scheduler?: SchedulerLike;
}

const wallTimer = (clock: Clock, endsAt: EpochMs): Observable<void> =>
  new Observable((subscriber) => {
    let cancel = (): void => undefined;
    const check = (): void => {
      for (const command of deadlineStep({ endsAt }, { now: clock.now() })[1]) {
        if (command.type === 'expire') subscriber.next();
        else cancel = clock.schedule(command.forMs, check);
      }
    };
    check();
    return () => cancel();
  });

function exceeded(ms: number, { ref, phase }: JobFacts): DeadlineExceeded {
  return new DeadlineExceeded(`deadline: the source did not end within ${ms} ms`, {
    provider: ref?.provider ?? 'rushes',
    operation: 'deadline',
    ref,
    jobMayBeRunning: phase === undefined || !isSettled({ phase }),
  });
}

/**
 * Ends a source that takes too long with the error `DeadlineExceeded`; the job itself goes on.
 *
 * Time is wall time from the subscription, so that a sleep of the machine counts. The error bears the
 * `ref` of the last snapshot: watch it again later.
 *
 * ```marbles
 * source  --a-----b|     with a deadline of 5 ms
 * result  --a--#
 * ```
 *
 * - **next**: passed through
 * - **error**: passed through; `DeadlineExceeded` when the time is up
 * - **complete**: passed through
 * - **unsubscribe**: unsubscribes from the source and cancels the timer
 *
 * @param ms - wall time from the subscription, in milliseconds, in [1, 366 days]
 * @param options - see {@link DeadlineOptions}
 * @returns an operator that mirrors the source while there is time
 * @throws InvalidInput, at once, for a time out of range
 * @example
 * ```ts
 * import type { JobStream } from 'rushes';
 * import { attempt, deadline } from 'rushes/operators';
 *
 * // At most ten minutes, then a Left: the error of `deadline` travels on the error channel.
 * const inTime = (job$: JobStream<string>) => job$.pipe(deadline(600_000), attempt());
 * ```
 * @since 0.1.0
 */
export function deadline<T>(
  ms: number,
  options: DeadlineOptions = {},
): MonoTypeOperatorFunction<T> {
  const inRange = typeof ms === 'number' && ms >= 1 && ms <= MAX_DEADLINE_MS;
  requireOption(
    inRange,
    'deadline',
    'ms',
    `must be a number of milliseconds in [1, ${MAX_DEADLINE_MS}]`,
  );
  return (source) =>
    defer(() => {
      const clock = clockOf(options.scheduler);
      let facts: JobFacts = {};
      const expired$ = wallTimer(clock, clock.now() + ms).pipe(
        mergeMap(() => throwError(() => exceeded(ms, facts))),
      );
      return source.pipe(
        tap((value) => {
          facts = { ...facts, ...jobFactsIn(value) };
        }),
        takeUntil(expired$),
      );
    });
}
