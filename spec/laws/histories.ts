import fc from 'fast-check';
import type { History, SourceEvent } from '../../src/testing/traceOf.js';

/** What a source can do at one subscription: say things, then complete, fail, or fall silent. */
const runOf = <T>(
  values: fc.Arbitrary<T>,
  errors: fc.Arbitrary<unknown>,
): fc.Arbitrary<readonly SourceEvent<T>[]> => {
  const afterMs = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 5_000 }));
  const said = fc.array(fc.record({ afterMs, type: fc.constant('next' as const), value: values }), {
    maxLength: 4,
  });
  const end: fc.Arbitrary<readonly SourceEvent<T>[]> = fc.oneof(
    fc.record({ afterMs, type: fc.constant('complete' as const) }).map((event) => [event]),
    fc.record({ afterMs, type: fc.constant('error' as const), error: errors }).map((e) => [e]),
    fc.constant([]),
  );
  return fc.tuple(said, end).map(([events, last]) => [...events, ...last]);
};

/** Random histories of a source that is subscribed up to so many times. */
export const historiesOf = <T>(
  values: fc.Arbitrary<T>,
  errors: fc.Arbitrary<unknown>,
  subscriptions = 1,
): fc.Arbitrary<History<T>> =>
  fc.array(runOf(values, errors), { minLength: 1, maxLength: subscriptions });

/** Defects and typed failures, of which none is the operator's business. */
export const anyError = fc.constantFrom<unknown>(new RangeError('bug'), 'text', undefined);
