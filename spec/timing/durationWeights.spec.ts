import fc from 'fast-check';
import { durationWeights } from '../../src/timing/durationWeights.js';
import { anyDurations, evenly, exactly } from './ended.js';

const newestOf = (weights: readonly number[], count: number): number =>
  weights.slice(-count).reduce((sum, weight) => sum + weight, 0);

describe('durationWeights', () => {
  it('add up to 1, and newer jobs never count less', () => {
    fc.assert(
      fc.property(anyDurations(1), ({ ended }) => {
        const weights = durationWeights(ended);
        expect(newestOf(weights, weights.length)).toBeCloseTo(1, 9);
        expect([...weights].sort((a, b) => a - b)).toEqual(weights);
      }),
    );
  });

  it('are nearly even while the vendor stays the same', () => {
    const weights = durationWeights(exactly(...evenly(30, 30_000, 90_000)));
    expect(weights.at(-1)! / weights[0]!).toBeLessThan(1.5);
  });

  it.each([2, 0.5])(
    'leave the jobs from before out once the vendor takes %p times as long',
    (by) => {
      const before = evenly(40, 30_000, 90_000);
      const after = evenly(10, 30_000, 90_000).map((age) => age * by);
      expect(newestOf(durationWeights(exactly(...before, ...after)), 10)).toBeGreaterThan(0.8);
    },
  );

  it('see that also where jobs ended before their first look', () => {
    const before = exactly(...evenly(30, 30_000, 90_000));
    const early = Array.from({ length: 8 }, () => ({ afterMs: 0, byMs: 29_000 }));
    expect(newestOf(durationWeights([...before, ...early]), 8)).toBeGreaterThan(0.8);
  });

  it('take a few odd jobs for chance', () => {
    const ages = [...evenly(30, 30_000, 90_000), 200_000, 210_000, 190_000];
    expect(newestOf(durationWeights(exactly(...ages)), 3)).toBeLessThan(0.2);
  });

  it('take jobs that run side by side, and end in the order of their durations, for no change', () => {
    const sideBySide = exactly(...evenly(40, 30_000, 90_000))
      .map((duration, place) => ({ ...duration, endedAt: 1_000 * place + duration.byMs }))
      .sort((a, b) => a.endedAt - b.endedAt);
    for (let count = 1; count <= sideBySide.length; count += 1) {
      const weights = durationWeights(sideBySide.slice(0, count));
      expect(Math.min(...weights) / Math.max(...weights)).toBeGreaterThan(0.5);
    }
  });

  it('see a change also among jobs that run side by side, once the first of them have ended', () => {
    const before = evenly(40, 30_000, 90_000);
    const after = evenly(20, 30_000, 90_000).map((age) => age * 3);
    const all = exactly(...before, ...after)
      .map((duration, place) => ({ ...duration, endedAt: 10_000 * place + duration.byMs }))
      .sort((a, b) => a.endedAt - b.endedAt);
    expect(newestOf(durationWeights(all), 18)).toBeGreaterThan(0.7);
  });
});
