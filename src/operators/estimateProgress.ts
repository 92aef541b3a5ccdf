import { isLeft, right } from '#fp-ts/Either';
import { asyncScheduler, defer, distinctUntilChanged, EMPTY, endWith, map, of } from 'rxjs';
import { startWith, switchMap, timer } from 'rxjs';
import type { MonoTypeOperatorFunction, Observable, SchedulerLike } from 'rxjs';
import type { JobEvent } from '../contract/JobStream.js';
import { clockOf } from '../contract/systemClock.js';
import { requireOption } from '../errors/requireOption.js';
import type { JobSnapshot } from '../model/JobSnapshot.js';
import type { EstimateCommand, EstimateState } from '../timing/estimateStep.js';
import { estimateStep } from '../timing/estimateStep.js';
import { GAP_RULE, isGapMs } from '../timing/isGapMs.js';
import { isEither } from './isEither.js';

/** Options for {@link estimateProgress}. @since 0.1.0 */
export interface EstimateProgressOptions {
  /**
   * How long such jobs usually take, in milliseconds, `> 0`.
   *
   * @defaultValue what the first snapshot with `etaMs` says, else 60 000, which is one minute
   */
  readonly typicalMs?: number;
  /** How often the estimate grows, in [1, 2147483647] ms. @defaultValue 1000 */
  readonly everyMs?: number;
  /** Where time comes from. @defaultValue real time */
  readonly scheduler?: SchedulerLike;
}

type Snapshot = JobSnapshot<unknown>;

/** Comes after the last value: the estimate stops growing. */
const END = Symbol('end');

const sameEstimate = (a: Snapshot, b: Snapshot): boolean =>
  a.progress === b.progress && a.etaMs === b.etaMs;

function shownAs(snapshot: Snapshot, command: EstimateCommand | undefined): Snapshot {
  if (command === undefined || command.type === 'pass') return snapshot;
  const { progress } = command;
  const left = command.type === 'estimate' ? { etaMs: command.etaMs } : {};
  // The members of the union differ in fields that no estimate touches.
  return Object.freeze({ ...snapshot, progress, ...left, progressIsEstimate: true }) as Snapshot;
}

/**
 * Fills in `progress` where the vendor tells none, from the job's age, so that a bar can move.
 *
 * Only for snapshots that are not settled. What is filled in is marked with `progressIsEstimate` and
 * stays below 0.95; progress never falls for a job, so that a report below what was already shown
 * does not move the bar back. Works on snapshots and on job events alike.
 *
 * ```marbles
 * source  -r-----s|     running without progress, then succeeded
 * result  -a-b-c-s|     shown anew every 2 ms, grown
 * ```
 *
 * - **next**: passed through when settled or with progress; else filled in, and emitted again every
 *   `everyMs` with the grown estimate until the next value
 * - **error**: passed through
 * - **complete**: passed through at once
 * - **unsubscribe**: unsubscribes from the source and stops the estimate
 *
 * @param options - see {@link EstimateProgressOptions}
 * @returns an operator on snapshots or on job events
 * @throws InvalidInput, at once, for times out of range
 * @example
 * ```ts
 * import type { JobStream } from 'rushes';
 * import { estimateProgress } from 'rushes/operators';
 *
 * const moving = (job$: JobStream<string>) => job$.pipe(estimateProgress({ typicalMs: 90_000 }));
 * ```
 * @since 0.1.0
 */
export function estimateProgress<T extends JobSnapshot<unknown> | JobEvent<unknown>>(
  options: EstimateProgressOptions = {},
): MonoTypeOperatorFunction<T> {
  const { typicalMs, everyMs = 1_000, scheduler = asyncScheduler } = options;
  const isTypical = typicalMs === undefined || (typicalMs > 0 && typicalMs < Infinity);
  const typicalRule = 'must be a number of milliseconds > 0';
  requireOption(isTypical, 'estimateProgress', 'typicalMs', typicalRule);
  requireOption(isGapMs(everyMs), 'estimateProgress', 'everyMs', GAP_RULE);
  const step = estimateStep(typicalMs);
  return (source) =>
    defer(() => {
      const clock = clockOf(scheduler);
      let state: EstimateState = {};
      const growing = (snapshot: Snapshot): Observable<Snapshot> => {
        const seenAt = clock.now();
        const show = (): readonly [Snapshot, boolean] => {
          const [next, [command]] = step(state, { snapshot, seenAt, now: clock.now() });
          state = next;
          return [shownAs(snapshot, command), command?.type === 'estimate'];
        };
        const [first, grows] = show();
        if (!grows) return of(first);
        return timer(everyMs, everyMs, scheduler).pipe(
          map(() => show()[0]),
          startWith(first),
          distinctUntilChanged(sameEstimate),
        );
      };
      return source.pipe(
        endWith(END),
        switchMap((value): Observable<unknown> => {
          if (value === END) return EMPTY;
          if (!isEither(value)) return growing(value);
          return isLeft(value)
            ? of(value)
            : growing(value.right).pipe(map((snapshot) => right(snapshot)));
        }),
      ) as Observable<T>;
    });
}
