import { InvalidInput } from '../errors/InvalidInput.js';
import { MAX_TIMER_MS } from '../timing/clampDelayMs.js';

/** The rule that {@link isGapMs} checks, in words. @since 0.1.0 */
export const GAP_RULE = 'must be a number of milliseconds in [1, 2147483647]';

/** Whether a number of milliseconds is one that a timer can hold. @since 0.1.0 */
export const isGapMs = (ms: number): boolean => ms >= 1 && ms <= MAX_TIMER_MS;

/**
 * Throws `InvalidInput` where an option breaks its rule: a wrong constant is found where the pipe is
 * built, not when a job runs.
 *
 * @param good - whether the option keeps the rule
 * @param operator - the operator's name
 * @param path - the option's name
 * @param rule - the rule in words, without the value
 * @since 0.1.0
 */
export const requireOption = (
  good: boolean,
  operator: string,
  path: string,
  rule: string,
): void => {
  if (good) return;
  throw new InvalidInput([{ path, message: rule }], { provider: 'rushes', operation: operator });
};
