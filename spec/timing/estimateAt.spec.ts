import fc from 'fast-check';
import { estimateAt, MOST_ESTIMATED } from '../../src/timing/estimateAt.js';

const anyAge = fc.double({ min: 0, max: 1e10, noNaN: true });
const anyTypical = fc.double({ min: 1, max: 1e9, noNaN: true });

describe('estimateAt', () => {
  it('stays in [0, 0.95), and tells no time left below 0', () => {
    fc.assert(
      fc.property(anyAge, anyTypical, (ageMs, typicalMs) => {
        const { progress, etaMs } = estimateAt(ageMs, typicalMs);
        expect(progress).toBeGreaterThanOrEqual(0);
        expect(progress).toBeLessThan(MOST_ESTIMATED);
        expect(etaMs).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('never falls with age', () => {
    fc.assert(
      fc.property(anyAge, anyAge, anyTypical, (a, b, typicalMs) => {
        const younger = estimateAt(Math.min(a, b), typicalMs);
        const older = estimateAt(Math.max(a, b), typicalMs);
        expect(older.progress).toBeGreaterThanOrEqual(younger.progress);
        expect(older.etaMs).toBeLessThanOrEqual(younger.etaMs);
      }),
    );
  });

  it('is lower where jobs take longer', () => {
    expect(estimateAt(10_000, 20_000).progress).toBeGreaterThan(
      estimateAt(10_000, 40_000).progress,
    );
  });

  it('begins at nothing, and has come to 0.81 at the typical time', () => {
    expect(estimateAt(0, 60_000)).toEqual({ progress: 0, etaMs: 60_000 });
    expect(estimateAt(60_000, 60_000).progress).toBeCloseTo(0.81, 2);
    expect(estimateAt(60_000, 60_000).etaMs).toBe(0);
    expect(estimateAt(-5, 60_000).progress).toBe(0);
  });
});
