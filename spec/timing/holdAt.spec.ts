import fc from 'fast-check';
import { DurationStudy } from '../../src/timing/DurationStudy.js';
import { holdAt } from '../../src/timing/holdAt.js';
import { anyDurations, evenly, exactly } from './ended.js';

const { survival } = new DurationStudy(exactly(...evenly(30, 30_000, 90_000)));

describe('holdAt', () => {
  it.each([10_000, 55_000])(
    'opens a hold of %p ms a little before the first job ends',
    (holdMs) => {
      const at = holdAt(survival, holdMs, 2_000);
      expect(at).toBeGreaterThan(24_000);
      expect(at).toBeLessThan(33_000);
    },
  );

  it('opens at once where one hold holds until every end', () => {
    const short = new DurationStudy(exactly(...evenly(30, 1_000, 2_000)));
    expect(holdAt(short.survival, 600_000, 2_000)).toBe(0);
  });

  it('is never later than a few jobs have ended, however short the hold', () => {
    fc.assert(
      fc.property(anyDurations(3), fc.integer({ min: 1, max: 600_000 }), (durations, holdMs) => {
        const { survival: any } = new DurationStudy(durations.ended);
        const at = holdAt(any, holdMs, 2_000);
        const cell = any.grid.cellOf(at * (1 - 1e-9));
        expect(at === 0 || any.ended[cell]! <= 0.035).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});
