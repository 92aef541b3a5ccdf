import fc from 'fast-check';
import { defaultCadence } from '../../src/timing/defaultCadence.js';

const gapAt = (ageMs: number, looks = 1): number => defaultCadence({ looks, ageMs, random: 0 });

describe('defaultCadence', () => {
  it('looks first after 1 s, however old the job is', () => {
    expect(gapAt(0, 0)).toBe(1_000);
    expect(gapAt(3_600_000, 0)).toBe(1_000);
  });

  it.each([
    [0, 1_000],
    [6_000, 1_000],
    [20_000, 3_000],
    [100_000, 15_000],
    [200_000, 30_000],
    [86_400_000, 30_000],
  ])('then waits 0.15 times the age, from 1 s to 30 s: at %p ms, %p ms', (ageMs, gap) => {
    expect(gapAt(ageMs)).toBe(gap);
  });

  it('sees the end of a job late by at most 15 % of its time, beyond the first seconds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 7_000, max: 86_400_000 }), (endsAt) => {
        let now = gapAt(0, 0);
        while (now < endsAt) now += gapAt(now);
        expect(now - endsAt).toBeLessThanOrEqual(0.15 * endsAt);
      }),
      { numRuns: 50 },
    );
  });
});
