import fc from 'fast-check';
import { doubtedGap } from '../../src/timing/doubtedGap.js';

const square = (gapMs: number): number => gapMs ** 2;

describe('doubtedGap', () => {
  it('waits as long as promised where that is no longer than the usual, or no dearer', () => {
    expect(doubtedGap(500, 2_000, 1, square)).toBe(500);
    expect(doubtedGap(20_000, 2_000, 0.5, () => 0)).toBe(20_000);
    expect(doubtedGap(6_000, 2_000, 0.1, square)).toBe(6_000);
  });

  it('waits while what that may cost is made up for by the little doubt', () => {
    const gap = doubtedGap(30_000, 2_000, 0.01, square);
    expect(gap / 20_000).toBeCloseTo(1, 1);
    expect(doubtedGap(30_000, 2_000, 1, square) / 2_000).toBeCloseTo(1, 1);
  });

  it('waits 25 times the usual at most', () => {
    expect(doubtedGap(1e9, 2_000, 1e-9, square)).toBe(50_000);
  });

  it('stays between the shorter of the two and what was promised', () => {
    const anyMs = fc.double({ min: 1, max: 1e9, noNaN: true });
    const anyDoubt = fc.double({ min: 1e-6, max: 1, noNaN: true });
    fc.assert(
      fc.property(anyMs, anyMs, anyDoubt, (promised, usual, doubt) => {
        const gap = doubtedGap(promised, usual, doubt, square);
        expect(gap).toBeGreaterThanOrEqual(Math.min(promised, usual));
        expect(gap).toBeLessThanOrEqual(promised);
        if (gap > usual) {
          expect(square(gap) * doubt).toBeLessThanOrEqual(square(usual) * (1 + 1e-9));
        }
      }),
    );
  });
});
