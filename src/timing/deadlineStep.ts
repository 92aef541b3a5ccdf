import type { EpochMs } from '../model/EpochMs.js';
import type { Step } from './Step.js';

/** Look at the clock again after so many milliseconds, or stop. @since 0.1.0 */
export type DeadlineCommand =
  { readonly type: 'wait'; readonly forMs: number } | { readonly type: 'expire' };

/** The longest deadline there may be: 366 days. @since 0.1.0 */
export const MAX_DEADLINE_MS = 366 * 86_400_000;

/** The longest sleep towards a deadline: one minute. @since 0.1.0 */
export const MAX_SLEEP_MS = 60_000;

/**
 * How long to sleep towards a moment of wall time, in pieces of at most a minute.
 *
 * The clock is read anew after each piece, so that a jump of the wall clock is seen: timers stand
 * still while a machine is suspended, and a deadline would come hours late.
 *
 * @since 0.1.0
 */
export const deadlineStep: Step<
  { readonly endsAt: EpochMs },
  { readonly now: EpochMs },
  DeadlineCommand
> = (state, { now }) => {
  const left = state.endsAt - now;
  return [
    state,
    [left > 0 ? { type: 'wait', forMs: Math.min(left, MAX_SLEEP_MS) } : { type: 'expire' }],
  ];
};
