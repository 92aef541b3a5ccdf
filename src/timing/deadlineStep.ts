import type { EpochMs } from '../model/EpochMs.js';
import { MAX_TIMER_MS } from './clampDelayMs.js';
import type { Step } from './Step.js';

/** Look at the clock again after so many milliseconds, or stop. */
export type DeadlineCommand =
  | { readonly type: 'wait'; readonly forMs: number }
  | { readonly type: 'expire' };

/**
 * How long to sleep towards a moment of wall time, in pieces that a timer can hold.
 *
 * The clock is read anew after each piece, so that a jump of the wall clock is seen.
 */
export const deadlineStep: Step<{ readonly endsAt: EpochMs }, { readonly now: EpochMs }, DeadlineCommand> = (
  state,
  { now },
) => {
  const left = state.endsAt - now;
  return [
    state,
    [left > 0 ? { type: 'wait', forMs: Math.min(left, MAX_TIMER_MS) } : { type: 'expire' }],
  ];
};
