import type { Backoff } from './Backoff.js';
import { clampDelayMs } from './clampDelayMs.js';
import type { Step } from './Step.js';

/** How a series of failures is to be taken. @since 0.1.0 */
export interface RetryPolicy {
  readonly backoff: Backoff;
  /** A `Retry-After` above this ends the series, in milliseconds. Default: 15 min. */
  readonly maxRetryAfterMs?: number;
}

/** Failures since the last success. @since 0.1.0 */
export interface RetryState {
  readonly failuresInRow: number;
}

/** An attempt succeeded or failed. @since 0.1.0 */
export type RetryEvent =
  | { readonly type: 'success' }
  | {
      readonly type: 'failure';
      /** Whether trying again may help. */
      readonly transient: boolean;
      /** Attempts in a row that are allowed in all, `>= 1`; `Infinity` where a deadline bounds them. */
      readonly attempts: number;
      /** The vendor's `Retry-After`, a floor for the wait. */
      readonly retryAfterMs?: number | undefined;
      readonly random: number;
    };

/** Try again after so many milliseconds, or stop trying. @since 0.1.0 */
export type RetryCommand =
  { readonly type: 'again'; readonly afterMs: number } | { readonly type: 'give-up' };

/** The state before the first attempt. @since 0.1.0 */
export const RETRY_START: RetryState = { failuresInRow: 0 };

/** A `Retry-After` above this is not slept through: 15 minutes. @since 0.1.0 */
export const MAX_RETRY_AFTER_MS = 15 * 60_000;

/**
 * Whether and when to try again. Failures are counted in a row: a success starts anew.
 *
 * @param policy - the backoff and its bounds
 * @since 0.1.0
 */
export function retryStep(policy: RetryPolicy): Step<RetryState, RetryEvent, RetryCommand> {
  const { backoff, maxRetryAfterMs = MAX_RETRY_AFTER_MS } = policy;
  return (state, event) => {
    if (event.type === 'success') return [RETRY_START, []];
    const failuresInRow = state.failuresInRow + 1;
    const { retryAfterMs = 0 } = event;
    const floor = retryAfterMs > 0 ? retryAfterMs : 0;
    if (!event.transient || failuresInRow >= event.attempts || floor > maxRetryAfterMs) {
      return [{ failuresInRow }, [{ type: 'give-up' }]];
    }
    const afterMs = Math.max(1, floor, clampDelayMs(backoff(failuresInRow, event.random)));
    return [{ failuresInRow }, [{ type: 'again', afterMs }]];
  };
}
