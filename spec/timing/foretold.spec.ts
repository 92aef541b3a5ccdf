import { DurationStudy } from '../../src/timing/DurationStudy.js';
import { exponentialLaw, normal, uniform } from './durationModels.js';
import { evenly, exactly } from './ended.js';

/** So many durations of a law, without any luck. */
const drawn = (count: number, quantile: (share: number) => number) =>
  exactly(...evenly(count, 0.5 / count, 1 - 0.5 / count).map(quantile));

const WORTH_MS = 600;

describe('what is foretold', () => {
  it('comes near the law that durations follow', () => {
    const law = normal(60_000, 6_000);
    const { survival } = new DurationStudy(drawn(60, law.quantile));
    survival.grid.ages.forEach((age, cell) => {
      expect(Math.abs(survival.ended[cell]! - law.cdf(age))).toBeLessThan(0.06);
    });
  });

  it('leaves room for a job that takes far longer, or far shorter, than any', () => {
    const { survival } = new DurationStudy(exactly(...evenly(30, 58_000, 62_000)));
    const by = (age: number): number => survival.ended[survival.grid.cellOf(age)]!;
    expect(by(35_000)).toBeGreaterThan(1e-5);
    expect(1 - by(100_000)).toBeGreaterThan(1e-3);
  });

  it.each([10, 30, 60])('is worth it after %p jobs that age says much of', (count) => {
    const even = new DurationStudy(drawn(count, uniform(30_000, 90_000).quantile));
    const alike = new DurationStudy(drawn(count, normal(60_000, 6_000).quantile));
    expect(even.isWorthIt(WORTH_MS)).toBe(true);
    expect(alike.isWorthIt(WORTH_MS)).toBe(true);
  });

  it.each([3, 10, 30, 60])('is not after %p jobs of which age says nothing', (count) => {
    const study = new DurationStudy(drawn(count, exponentialLaw(60_000).quantile));
    expect(study.isWorthIt(WORTH_MS)).toBe(false);
  });
});
