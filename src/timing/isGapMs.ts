import { MAX_TIMER_MS } from './clampDelayMs.js';

/** The rule that {@link isGapMs} checks, in words. @since 0.1.0 */
export const GAP_RULE = 'must be a number of milliseconds in [1, 2147483647]';

/** Whether a number of milliseconds is one that a timer can hold. @since 0.1.0 */
export const isGapMs = (ms: number): boolean =>
  Number.isFinite(ms) && ms >= 1 && ms <= MAX_TIMER_MS;
