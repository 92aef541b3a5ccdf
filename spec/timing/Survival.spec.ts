import fc from 'fast-check';
import { DurationStudy } from '../../src/timing/DurationStudy.js';
import { anyDurations, evenly, exactly } from './ended.js';

const anyAge = fc.double({ min: 0, max: 1e7, noNaN: true });

describe('Survival', () => {
  it('never falls, ends below 1, and its integral is the area below it', () => {
    fc.assert(
      fc.property(anyDurations(3), ({ ended: jobs }) => {
        const study = new DurationStudy(jobs);
        for (const survival of [study.survival, study.memoryless()]) {
          const { ended, area, grid } = survival;
          let sum = 0;
          for (let cell = 0; cell < ended.length; cell += 1) {
            const before = cell === 0 ? 0 : ended[cell - 1]!;
            expect(ended[cell]).toBeGreaterThanOrEqual(before);
            sum += ((before + ended[cell]!) / 2) * (grid.ages[cell]! - grid.startOf(cell));
          }
          expect(ended.at(-1)).toBeLessThan(1);
          expect(area.at(-1)! / sum).toBeCloseTo(1, 9);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('reckons the lag that waiting has cost, as summing it up in small steps does', () => {
    const { survival } = new DurationStudy(exactly(...evenly(30, 30_000, 90_000)));
    const { ages } = survival.grid;
    const endedBy = (age: number): number => {
      const cell = survival.grid.cellOf(age);
      const from = survival.grid.startOf(cell);
      const before = cell === 0 ? 0 : survival.ended[cell - 1]!;
      return before + ((age - from) / (ages[cell]! - from)) * (survival.ended[cell]! - before);
    };
    for (const [from, to] of [
      [0, 40_000],
      [35_000, 37_000],
      [60_000, 61_000],
      [50_000, 95_000],
    ] as const) {
      const step = (to - from) / 20_000;
      let lag = 0;
      for (let age = from + step / 2; age < to; age += step) {
        lag += (endedBy(age) - endedBy(from)) * step;
      }
      lag /= 1 - endedBy(from);
      expect(survival.accruedLagMs(from, to) / lag).toBeCloseTo(1, 3);
    }
  });

  it('grows with waiting, from 0, to no more than the wait, whatever was seen', () => {
    fc.assert(
      fc.property(anyDurations(3), anyAge, anyAge, anyAge, (durations, from, wait, more) => {
        const { survival } = new DurationStudy(durations.ended);
        const lag = survival.accruedLagMs(from, from + wait);
        const later = survival.accruedLagMs(from, from + wait + more);
        expect(lag).toBeGreaterThanOrEqual(-1e-6 * wait);
        expect(lag).toBeLessThanOrEqual(wait * (1 + 1e-6));
        expect(later).toBeGreaterThanOrEqual(lag - 1e-6 * (wait + more) - 1e-6);
        expect(survival.accruedLagMs(from, from)).toBe(0);
        expect(survival.accruedLagMs(from + wait, from)).toBe(0);
      }),
      { numRuns: 40 },
    );
  });
});
