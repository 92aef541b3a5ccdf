import { lookSchedule } from '../../src/timing/lookSchedule.js';
import type { DurationModel } from './durationModels.js';
import { exponentialLaw, lognormal, normal, uniform } from './durationModels.js';
import { drawnFrom, learnedByHolds, learnedFrom } from './learnedFrom.js';
import { costOf, distanceFromFront, heldRequests } from './optimalFront.js';

const EVEN = uniform(30_000, 90_000);
const ALIKE = normal(60_000, 6_000);
const SKEWED = lognormal(60_000, 0.5);
const MEMORYLESS = exponentialLaw(60_000);
const SEEDS = Array.from({ length: 8 }, (_, seed) => seed + 1);

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** What looks cost on average after so many jobs, and how far from the least that is. */
function reckonAfter(count: number, model: DurationModel) {
  const costs = SEEDS.map((seed) =>
    costOf(model, lookSchedule(learnedFrom(drawnFrom(model, count, seed))).gapMs),
  );
  return {
    requests: meanOf(costs.map(({ requests }) => requests)),
    lagMs: meanOf(costs.map(({ lagMs }) => lagMs)),
    distance: meanOf(costs.map((cost) => distanceFromFront(model, cost))),
  };
}

const reckoned = new Map<string, ReturnType<typeof reckonAfter>>();

function after(count: number, model: DurationModel) {
  const key = `${String(count)} of ${model.name}`;
  const costs = reckoned.get(key) ?? reckonAfter(count, model);
  reckoned.set(key, costs);
  return costs;
}

describe('after 30 jobs whose ends were seen only at looks', () => {
  it.each([
    [EVEN.name, EVEN],
    [ALIKE.name, ALIKE],
    [SKEWED.name, SKEWED],
  ])(
    'of %s, looks come near the least lag for their requests',
    (_name, model) => {
      expect(after(30, model).distance).toBeLessThanOrEqual(1.15);
    },
    60_000,
  );

  it('where age says nothing of the end, they cost what a fixed gap costs', () => {
    for (const seed of SEEDS) {
      const { gapMs } = lookSchedule(learnedFrom(drawnFrom(MEMORYLESS, 30, seed)));
      const { requests, lagMs } = costOf(MEMORYLESS, gapMs);
      const fixed = costOf(MEMORYLESS, () => 2 * lagMs);
      expect((requests * lagMs) / (fixed.requests * fixed.lagMs)).toBeLessThanOrEqual(1.02);
    }
  }, 60_000);

  it('a 60th of the mean duration is the lag, with half of the requests of a fixed gap or fewer', () => {
    const even = after(30, EVEN);
    expect(even.lagMs).toBeLessThan(1_100);
    expect(even.requests).toBeLessThanOrEqual(17);
    const alike = after(30, ALIKE);
    expect(alike.lagMs).toBeLessThan(1_100);
    expect(alike.requests).toBeLessThanOrEqual(9);
  });
});

describe('while little is learned', () => {
  // A fixed gap is 2.25, 4.8 and 1.37 times as far from the front as the best looks.
  it.each([
    [EVEN.name, EVEN, 2.25],
    [ALIKE.name, ALIKE, 4.8],
    [SKEWED.name, SKEWED, 1.55],
  ])('looks at jobs of %s cost about what a fixed gap costs, or less', (_name, model, most) => {
    for (const count of [3, 5, 10]) expect(after(count, model).distance).toBeLessThanOrEqual(most);
  });
});

describe('when the vendor becomes slower or faster', () => {
  const changes: readonly (readonly [DurationModel, DurationModel])[] = [
    [EVEN, uniform(60_000, 180_000)],
    [EVEN, uniform(15_000, 45_000)],
    [SKEWED, lognormal(120_000, 0.5)],
    [SKEWED, lognormal(30_000, 0.5)],
  ];
  it.each(changes.map(([before, now]) => [before.name, now.name, before, now] as const))(
    'from %s to %s, looks follow within 12 jobs',
    (_before, _now, before, now) => {
      const distances = SEEDS.slice(0, 4).map((seed) => {
        const known = learnedFrom(drawnFrom(before, 60, seed));
        const { gapMs } = lookSchedule(learnedFrom(drawnFrom(now, 12, seed + 100), known));
        return distanceFromFront(now, costOf(now, gapMs));
      });
      expect(meanOf(distances)).toBeLessThan(1.5);
    },
  );
});

describe('held looks, after 30 jobs', () => {
  it.each([
    [55_000, 1.15],
    [10_000, 3.7],
  ])(
    'each of %p ms, cost %p requests or fewer, and hardly a job ends before them',
    (holdMs, most) => {
      const opened = SEEDS.map((seed) =>
        lookSchedule(learnedByHolds(drawnFrom(EVEN, 30, seed), holdMs)).holdAtMs(holdMs),
      );
      expect(meanOf(opened.map((at) => heldRequests(EVEN, at, holdMs)))).toBeLessThanOrEqual(most);
      expect(meanOf(opened.map((at) => EVEN.cdf(at)))).toBeLessThanOrEqual(0.05);
    },
  );
});
