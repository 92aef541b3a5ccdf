import fc from 'fast-check';
import { AgeGrid } from '../../src/timing/AgeGrid.js';
import { anyDurations } from './ended.js';

describe('AgeGrid', () => {
  it('rises by one factor, from below the shortest to above the longest', () => {
    fc.assert(
      fc.property(anyDurations(1), ({ ended }) => {
        const { ages, step } = new AgeGrid(ended);
        expect(ages.length).toBeLessThanOrEqual(2_001);
        // A job that was over at its first look is taken to have lasted a tenth of that at least.
        const least = ended.map(({ afterMs, byMs }) => Math.max(1, afterMs, byMs / 10));
        expect(ages[0]).toBeLessThan(Math.min(...least));
        expect(ages.at(-1)).toBeGreaterThan(Math.max(...ended.map(({ byMs }) => byMs)));
        for (let cell = 1; cell < ages.length; cell += 1) {
          expect(Math.log(ages[cell]! / ages[cell - 1]!) / step).toBeCloseTo(1, 6);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('finds the cell that holds an age', () => {
    const grid = new AgeGrid([{ afterMs: 30_000, byMs: 90_000 }]);
    const last = grid.ages.length - 1;
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), (age) => {
        const cell = grid.cellOf(age);
        if (cell < last) expect(age).toBeLessThanOrEqual(grid.ages[cell]! * (1 + 1e-9));
        expect(age).toBeGreaterThanOrEqual(grid.startOf(cell) * (1 - 1e-9));
      }),
    );
    expect(grid.cellOf(0)).toBe(0);
    expect(grid.cellOf(Infinity)).toBe(last);
  });
});
