import { InvalidInput } from './InvalidInput.js';

/**
 * Throws `InvalidInput` where an option breaks its rule: a wrong constant is found where the pipe is
 * built, not when a job runs.
 *
 * @param good - whether the option keeps the rule
 * @param operation - what it is an option of, such as an operator's name
 * @param path - the option's name
 * @param rule - the rule in words, without the value
 * @since 0.1.0
 */
export const requireOption = (
  good: boolean,
  operation: string,
  path: string,
  rule: string,
): void => {
  if (good) return;
  throw new InvalidInput([{ path, message: rule }], { provider: 'rushes', operation });
};
