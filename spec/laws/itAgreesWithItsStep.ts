import fc from 'fast-check';
import { stepLaw } from '../../src/testing/stepLaw.js';
import type { StepLawOptions } from '../../src/testing/stepLaw.js';
import type { History } from '../../src/testing/traceOf.js';

/** One test: the driver does on random histories what its step commands. */
export function itAgreesWithItsStep<T, R>(
  options: StepLawOptions<T, R>,
  histories: fc.Arbitrary<History<T>>,
): void {
  const law = stepLaw(options);
  it(law.name, () => {
    fc.assert(
      fc.property(histories, (history) => law.check(history)),
      { numRuns: 300 },
    );
  });
}
