import fc from 'fast-check';
import { AgeGrid } from '../../src/timing/AgeGrid.js';
import { durationMass } from '../../src/timing/durationMass.js';
import type { Duration } from '../../src/timing/Durations.js';
import { durationWeights } from '../../src/timing/durationWeights.js';
import { anyDurations, evenly, exactly } from './ended.js';

const massOf = (ended: readonly Duration[]) => {
  const grid = new AgeGrid(ended);
  return { grid, ...durationMass(ended, durationWeights(ended), grid) };
};

/** The share of all that lies between two ages. */
function shareBetween(ended: readonly Duration[], fromMs: number, toMs: number): number {
  const { grid, total } = massOf(ended);
  return total.reduce(
    (sum, mass, cell) => (grid.ages[cell]! > fromMs && grid.ages[cell]! <= toMs ? sum + mass : sum),
    0,
  );
}

describe('durationMass', () => {
  it('puts every job somewhere, in one part each', () => {
    fc.assert(
      fc.property(anyDurations(3), ({ ended }) => {
        const { total, parts, deviation, blur } = massOf(ended);
        expect(total.reduce((sum, mass) => sum + mass, 0)).toBeCloseTo(1, 6);
        expect(Math.min(...total)).toBeGreaterThanOrEqual(0);
        expect(deviation).toBeGreaterThan(0);
        expect(blur).toBeLessThanOrEqual(deviation);
        for (let cell = 0; cell < total.length; cell += 50) {
          const sum = parts.reduce((added, part) => added + part[cell]!, 0);
          expect(sum).toBeCloseTo(total[cell]!, 6);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('leaves no job outside its range', () => {
    const ended = [
      { afterMs: 20_000, byMs: 30_000 },
      { afterMs: 50_000, byMs: 60_000 },
    ];
    expect(shareBetween(ended, 19_700, 30_300)).toBeCloseTo(0.5, 1);
    expect(shareBetween(ended, 31_000, 49_000)).toBe(0);
  });

  it('knows a wide range by what narrow ones say of it', () => {
    const narrow = exactly(...evenly(20, 55_000, 65_000));
    const wide = Array.from({ length: 10 }, () => ({ afterMs: 0, byMs: 70_000 }));
    expect(shareBetween([...narrow, ...wide], 50_000, 70_000)).toBeGreaterThan(0.9);
  });

  it('spreads a range evenly where nothing else is known', () => {
    const ended = Array.from({ length: 5 }, () => ({ afterMs: 40_000, byMs: 80_000 }));
    expect(shareBetween(ended, 40_000, 60_000)).toBeGreaterThan(0.35);
    expect(shareBetween(ended, 60_000, 81_000)).toBeGreaterThan(0.35);
  });
});
