import type { OperatorFunction, SchedulerLike } from 'rxjs';
import { operatorLaws } from '../../src/testing/operatorLaws.js';
import type { OperatorLawsOptions } from '../../src/testing/operatorLaws.js';

/** One test for each law of operators. */
export function itKeepsTheLaws<T, R>(
  makeOperator: (scheduler: SchedulerLike) => OperatorFunction<T, R>,
  options: OperatorLawsOptions<T>,
): void {
  it.each(operatorLaws(makeOperator, options).map((law) => [law.name, law] as const))(
    '%s',
    (_, law) => {
      expect(() => law.check()).not.toThrow();
    },
  );
}
