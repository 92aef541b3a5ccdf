import { defer, merge, repeat, tap } from 'rxjs';
import type { MonoTypeOperatorFunction, SchedulerLike } from 'rxjs';
import type { Clock } from '../contract/Clock.js';
import { clockOf } from '../contract/systemClock.js';
import { requireOption } from '../errors/requireOption.js';
import type { Cadence, Known } from '../timing/Cadence.js';
import { CADENCE_START, cadenceStep } from '../timing/cadenceStep.js';
import type { Durations } from '../timing/Durations.js';
import { clockTimer } from './clockTimer.js';
import type { JobFacts } from './jobFactsIn.js';
import { jobFactsIn } from './jobFactsIn.js';

/** What a look's value tells the cadence. @since 0.1.0 */
export type KnownOfLook = Pick<Known, 'phase' | 'progress' | 'serverHintMs'>;

/** Options for {@link poll}. @since 0.1.0 */
export interface PollOptions<T> {
  /**
   * What of a value the cadence is to know, for sources that emit no snapshots.
   *
   * @defaultValue the value's own `phase` and `progress`, where it has them
   */
  readonly known?: (value: T) => KnownOfLook;
  /** How long such jobs usually take, for cadences that use it; in milliseconds, `> 0`. */
  readonly typicalMs?: number;
  /**
   * How long the jobs of this kind took that were seen to end, for cadences such as `learned()`: kept
   * by the caller with `withDuration`.
   *
   * @defaultValue nothing is known
   */
  readonly durations?: Durations;
  /** Gives numbers in `[0, 1)`, for cadences with jitter. @defaultValue `Math.random` */
  readonly random?: () => number;
  /** Where time comes from. @defaultValue real time */
  readonly scheduler?: SchedulerLike;
}

/** A job's age: since it was submitted or created, else since the first look was asked for. */
function ageMeter(clock: Clock): (facts: JobFacts) => number {
  const began = clock.monotonic();
  return ({ ref, createdAt }) => {
    const bornAt = ref?.submittedAt ?? createdAt;
    return Math.max(0, bornAt === undefined ? clock.monotonic() - began : clock.now() - bornAt);
  };
}

/**
 * Looks again and again: subscribes to a cold source at once, and anew after each completion, when
 * the cadence says so.
 *
 * Two looks are never under way at the same time, however slow one is, and at least one millisecond
 * lies between them. It never completes by itself: let `untilTerminal()` follow. Retry a single look
 * before `poll`, since an error ends it.
 *
 * ```marbles
 * look    -a|             cold: one answer, then complete
 * looks   -a---a---a---   with a gap of 2 ms after each completion
 * ```
 *
 * - **next**: passed through
 * - **error**: passed through, no further look
 * - **complete**: not passed through; the next look follows after the cadence's gap
 * - **unsubscribe**: aborts the look under way, or cancels the wait for the next
 *
 * @param cadence - gives the gap from one look's completion to the next look, brought into
 * [1, 2147483647] ms
 * @param options - see {@link PollOptions}
 * @returns an operator that emits what the looks emit
 * @throws InvalidInput, at once, for a cadence that is no function or a `typicalMs` that is not `> 0`
 * @example
 * ```ts
 * import { fromFetch } from 'rxjs/fetch';
 * import { fixed } from 'rushes';
 * import { poll } from 'rushes/operators';
 *
 * const look$ = fromFetch('https://jobs.example/1', { selector: (answer) => answer.text() });
 * const bodies$ = look$.pipe(poll(fixed(2_000)));
 * ```
 * @example
 * Where jobs of one sort are watched again and again, and how long they take is learned:
 *
 * ```ts
 * import { fromFetch } from 'rxjs/fetch';
 * import { learned, NO_DURATIONS, withDuration } from 'rushes';
 * import { poll } from 'rushes/operators';
 *
 * // The last look that saw it at work was made 41 s after its create, the one that saw its end 43 s.
 * const durations = withDuration(NO_DURATIONS, { afterMs: 41_000, byMs: 43_000 });
 *
 * const look$ = fromFetch('https://jobs.example/2', { selector: (answer) => answer.text() });
 * const bodies$ = look$.pipe(poll(learned(), { durations }));
 * ```
 * @since 0.1.0
 */
export function poll<T>(
  cadence: Cadence,
  options: PollOptions<T> = {},
): MonoTypeOperatorFunction<T> {
  const { known = jobFactsIn, typicalMs, durations, random, scheduler } = options;
  const isCadence = typeof cadence === 'function';
  requireOption(isCadence, 'poll', 'cadence', 'must be a cadence, such as fixed(2000)');
  const isTypical = typicalMs === undefined || typicalMs > 0;
  requireOption(isTypical, 'poll', 'typicalMs', 'must be a number of milliseconds > 0');
  const step = cadenceStep(cadence);
  return (source) =>
    defer(() => {
      const clock = clockOf(scheduler, random);
      const ageOf = ageMeter(clock);
      let state = CADENCE_START;
      let facts: JobFacts = {};
      let seen: KnownOfLook = {};
      return source.pipe(
        tap((value) => {
          facts = jobFactsIn(value);
          seen = known(value);
        }),
        repeat({
          delay: () => {
            const { phase, progress, serverHintMs } = seen;
            const [next, commands] = step(state, {
              type: 'answered',
              ageMs: ageOf(facts),
              phase,
              progress,
              serverHintMs,
              typicalMs,
              durations,
              random: clock.random(),
            });
            state = next;
            return merge(...commands.map(({ afterMs }) => clockTimer(clock, afterMs)));
          },
        }),
      );
    });
}
