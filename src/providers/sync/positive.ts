import type { Rule } from '../../contract/inputRules.js';

const must = 'a number greater than 0';

/** A number greater than 0, and not infinite. @since 0.1.0 */
export const positive: Rule = {
  must,
  check: (value, path) =>
    typeof value === 'number' && value > 0 && value < Infinity
      ? []
      : [{ path, message: `must be ${must}` }],
};
