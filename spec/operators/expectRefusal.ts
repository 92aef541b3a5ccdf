import { isJobError } from '../../src/errors/isJobError.js';

/** That a factory throws `InvalidInput` at once, names the operator and the option, and no value. */
export function expectRefusal(make: () => unknown, operator: string, path: string): void {
  let thrown: unknown;
  try {
    make();
  } catch (error) {
    thrown = error;
  }
  if (!isJobError(thrown, 'InvalidInput')) throw new Error(`${operator} took a bad ${path}`);
  expect(thrown).toMatchObject({ provider: 'rushes', operation: operator, issues: [{ path }] });
}
