import fc from 'fast-check';
import { paceGap } from '../../src/timing/paceGap.js';
import type { Pace } from '../../src/timing/paceStep.js';

const pace = (changes: Partial<Pace>): Pace => ({
  fromMs: 59_000,
  toMs: 60_000,
  trust: 0.9,
  step: 0.01,
  baseMs: 0,
  baseProgress: 0,
  lastMs: 30_000,
  lastProgress: 0.5,
  ...changes,
});

describe('paceGap', () => {
  it('goes to the beginning of a wide window, where a look narrows it', () => {
    expect(paceGap(pace({ fromMs: 50_000 }), 15_000, 2_000)).toBe(35_000);
  });

  it('goes a part of a wide window on where that has begun, but never beyond the usual', () => {
    const begun = pace({ fromMs: 20_000 });
    expect(paceGap(begun, 20_000, 60_000)).toBe(10_000);
    expect(paceGap(begun, 20_000, 3_000)).toBe(3_000);
  });

  it('spaces its looks evenly in a small window', () => {
    expect(paceGap(pace({}), 30_000, 2_000)).toBe(29_500);
    expect(paceGap(pace({}), 59_500, 2_000)).toBe(500);
  });

  it('looks once at the end of the window where there is little trust', () => {
    expect(paceGap(pace({ trust: 0.2 }), 30_000, 2_000)).toBe(30_000);
  });

  it('is 100 ms at least, and never beyond the window but for that', () => {
    const anyMs = fc.double({ min: 0, max: 1e8, noNaN: true });
    fc.assert(
      fc.property(anyMs, anyMs, anyMs, anyMs, (lastMs, ahead, width, usual) => {
        const fromMs = lastMs + ahead;
        const toMs = fromMs + width;
        const gap = paceGap(pace({ lastMs, fromMs, toMs }), lastMs, usual + 100);
        expect(gap).toBeLessThanOrEqual(Math.max(100, (toMs - lastMs) * (1 + 1e-9)));
        expect(gap).toBeGreaterThan(0);
      }),
    );
  });
});
