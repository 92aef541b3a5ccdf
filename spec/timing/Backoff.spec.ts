import fc from 'fast-check';
import { DEFAULT_BACKOFF, fullJitter } from '../../src/timing/Backoff.js';
import { anyRandom } from './phases.js';

const anyFailures = fc.integer({ min: 1, max: 10_000 });
const almostOne = 1 - 2 ** -53;

describe('fullJitter', () => {
  it('stays within 1 ms and its bound, whatever the chance', () => {
    const bounds = fc.tuple(fc.integer({ min: 1, max: 60_000 }), fc.integer({ min: 1, max: 1e7 }));
    fc.assert(
      fc.property(bounds, anyFailures, anyRandom, ([baseMs, maxMs], failures, random) => {
        const wait = fullJitter(baseMs, maxMs)(failures, random);
        expect(wait).toBeGreaterThanOrEqual(1);
        expect(wait).toBeLessThanOrEqual(Math.min(maxMs, baseMs * 2 ** (failures - 1)));
        expect(Number.isInteger(wait)).toBe(true);
      }),
    );
  });

  it('never falls with more failures, before the jitter', () => {
    fc.assert(
      fc.property(anyFailures, anyRandom, (failures, random) => {
        const next = DEFAULT_BACKOFF(failures + 1, random);
        expect(next).toBeGreaterThanOrEqual(DEFAULT_BACKOFF(failures, random));
      }),
    );
  });

  it('goes by its base, its bound and the chance', () => {
    expect(fullJitter(100, 1_000)(1, 0.5)).toBe(50);
    expect(fullJitter(200, 1_000)(1, 0.5)).toBe(100);
    expect(fullJitter(100, 1_000)(9, 0.5)).toBe(500);
    expect(fullJitter(100, 2_000)(9, 0.5)).toBe(1_000);
    expect(fullJitter(100, 1_000)(1, 0.25)).toBe(25);
  });

  it('takes less than one failure for one', () => {
    expect(fullJitter(100, 1_000)(0, 0.5)).toBe(fullJitter(100, 1_000)(1, 0.5));
    expect(fullJitter(100, 1_000)(-3, 0.5)).toBe(50);
  });
});

describe('DEFAULT_BACKOFF', () => {
  it('doubles from 0.5 s to 30 s', () => {
    const bounds = [1, 2, 3, 4, 5, 6, 7, 8, 2_000].map((n) => DEFAULT_BACKOFF(n, almostOne));
    expect(bounds).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
  });

  it('is never 0, however small the chance', () => {
    expect(DEFAULT_BACKOFF(1, 0)).toBe(1);
  });
});
