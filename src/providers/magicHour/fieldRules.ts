import type { Rule } from '../../contract/inputRules.js';

const ruleOf = (must: string, good: (value: number) => boolean): Rule => ({
  must,
  check: (value, path) =>
    typeof value === 'number' && good(value) ? [] : [{ path, message: `must be ${must}` }],
});

/** A whole number of at least `min`. @since 0.1.0 */
export const wholeAtLeast = (min: number): Rule =>
  ruleOf(`a whole number of at least ${min}`, (value) => Number.isInteger(value) && value >= min);

/** One of a closed list of numbers. @since 0.1.0 */
export const oneNumberOf = (...numbers: readonly number[]): Rule =>
  ruleOf(`one of ${numbers.join(', ')}`, (value) => numbers.includes(value));

/** Binary fractions miss decimal steps by less than this. */
const NEARLY = 1e-9;

/** A number in `[min, max]` that is a multiple of `step`. @since 0.1.0 */
export const stepped = (min: number, max: number, step: number): Rule =>
  ruleOf(`a number from ${min} to ${max} in steps of ${step}`, (value) => {
    const steps = value / step;
    return value >= min && value <= max && Math.abs(steps - Math.round(steps)) < NEARLY;
  });
