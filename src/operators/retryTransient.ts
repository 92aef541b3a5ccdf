import { defer, merge, retry, tap, throwError } from 'rxjs';
import type { MonoTypeOperatorFunction, SchedulerLike } from 'rxjs';
import { isTransientFailure } from '../contract/isTransientFailure.js';
import { clockOf } from '../contract/systemClock.js';
import { requireOption } from '../errors/requireOption.js';
import type { Backoff } from '../timing/Backoff.js';
import { DEFAULT_BACKOFF } from '../timing/Backoff.js';
import { RETRY_START, retryStep } from '../timing/retryStep.js';
import { clockTimer } from './clockTimer.js';

/** Options for {@link retryTransient}. @since 0.1.0 */
export interface RetryTransientOptions {
  /**
   * How long to wait before the next attempt, in milliseconds; at least 1 ms is waited.
   *
   * @defaultValue from 0.5 s doubling to 30 s, fully jittered
   */
  readonly backoff?: Backoff;
  /**
   * Attempts in a row in all, the first one counted: a whole number `>= 1`, or `Infinity` where
   * `deadline()` bounds them. @defaultValue 5
   */
  readonly attempts?: number;
  /**
   * Whether trying again may help.
   *
   * @defaultValue faults of the network, of time, of load, of a server, and pages instead of JSON
   */
  readonly isTransient?: (error: unknown) => boolean;
  /** Gives the chance for the backoff, in `[0, 1)`. @defaultValue `Math.random` */
  readonly random?: () => number;
  /** Where time comes from. @defaultValue real time */
  readonly scheduler?: SchedulerLike;
}

function retryAfterOf(error: unknown): number | undefined {
  const { retryAfterMs } = (error ?? {}) as { readonly retryAfterMs?: unknown };
  return typeof retryAfterMs === 'number' ? retryAfterMs : undefined;
}

/**
 * Subscribes again after a transient failure; every other failure passes through.
 *
 * Failures are counted in a row: a value starts the count anew. A `retryAfterMs` on the error is a
 * floor under the backoff; above 15 min it is not slept through, and the error passes. For reads
 * only: a create that is subscribed again may pay again.
 *
 * ```marbles
 * first   -#            a look that fails with HTTP 503
 * second  -a|           the same look, subscribed again after a backoff of 3 ms
 * result  -----a|
 * ```
 *
 * - **next**: passed through
 * - **error**: retried when transient, until `attempts` have failed in a row; the last one passes
 * - **complete**: passed through
 * - **unsubscribe**: aborts the attempt under way, or cancels the wait for the next
 *
 * @param options - see {@link RetryTransientOptions}
 * @returns an operator that mirrors the source
 * @throws InvalidInput, at once, for `attempts` that are not a whole number `>= 1` or `Infinity`
 * @example
 * ```ts
 * import { fromFetch } from 'rxjs/fetch';
 * import { retryTransient } from 'rushes/operators';
 *
 * const body$ = fromFetch('https://jobs.example/1', { selector: (answer) => answer.text() }).pipe(
 *   retryTransient({ attempts: 3, isTransient: (error) => error instanceof TypeError }),
 * );
 * ```
 * @since 0.1.0
 */
export function retryTransient<T>(
  options: RetryTransientOptions = {},
): MonoTypeOperatorFunction<T> {
  const { backoff = DEFAULT_BACKOFF, attempts = 5, isTransient = isTransientFailure } = options;
  const isCount = attempts === Infinity || (Number.isInteger(attempts) && attempts >= 1);
  requireOption(isCount, 'retryTransient', 'attempts', 'must be a whole number >= 1, or Infinity');
  const step = retryStep({ backoff });
  return (source) =>
    defer(() => {
      const clock = clockOf(options.scheduler, options.random);
      let state = RETRY_START;
      return source.pipe(
        tap(() => {
          [state] = step(state, { type: 'success' });
        }),
        retry({
          delay: (error: unknown) => {
            const transient = isTransient(error);
            const retryAfterMs = retryAfterOf(error);
            const event = { transient, attempts, retryAfterMs, random: clock.random() };
            const [next, commands] = step(state, { type: 'failure', ...event });
            state = next;
            return merge(
              ...commands.map((command) =>
                command.type === 'again'
                  ? clockTimer(clock, command.afterMs)
                  : throwError(() => error),
              ),
            );
          },
        }),
      );
    });
}
