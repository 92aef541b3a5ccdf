import type { AgeGrid } from './AgeGrid.js';
import { bestLooks, looksCost } from './bestLooks.js';
import type { DurationMass } from './durationMass.js';
import { smoothed } from './smoothed.js';
import { Survival } from './Survival.js';

/** What is seldom is spread at least by this factor: e to this. */
const SURPRISE = 0.5;
const MOST_SURPRISE = 0.7;

/** The share of surprises among durations still to come, when so many were seen. */
const surpriseShare = (count: number): number => (count + 1) ** -1.5;

/**
 * How long jobs still to come will take: as those seen did, a little spread, and a few quite otherwise.
 *
 * @param seen - in which the jobs lie that count, `mass` among them
 * @param mass - where those ended that it is foretold from
 * @param share - how much of all of them those are, `(0, 1]`
 * @since 0.1.0
 */
export function foretold(
  grid: AgeGrid,
  seen: DurationMass,
  mass: Float64Array = seen.total,
  share = 1,
): Survival {
  const surprises = surpriseShare(seen.count * share);
  const near = smoothed(mass, seen.blur);
  const widest = Math.min(MOST_SURPRISE / grid.step, 1.5 * seen.deviation);
  const far = smoothed(mass, Math.max(SURPRISE / grid.step, widest));
  for (let cell = 0; cell < near.length; cell += 1) {
    near[cell] = (1 - surprises) * near[cell]! + surprises * far[cell]!;
  }
  return new Survival(grid, near, surprises / 4);
}

/**
 * How many times the requests of a fixed gap of the same lag the best looks would have cost for the
 * jobs seen, each part of them foretold from the others. Below 1, learning pays.
 *
 * @param requestMs - what a request is worth
 * @param meanMs - how long the jobs took on average
 * @since 0.1.0
 */
export function requestsOverFixedGap(
  grid: AgeGrid,
  seen: DurationMass,
  requestMs: number,
  meanMs: number,
): number {
  let requests = 0;
  let lagMs = 0;
  for (const part of seen.parts) {
    const share = part.reduce((sum, mass) => sum + mass, 0);
    const others = seen.total.map((mass, cell) => mass - part[cell]!);
    const looks = bestLooks(foretold(grid, seen, others, 1 - share), requestMs);
    const cost = looksCost(new Survival(grid, part, 0), looks);
    requests += share * cost.requests;
    lagMs += share * cost.lagMs;
  }
  // A gap g sees the end g / 2 late, and needs one request for each gap until then.
  return (requests * 2 * lagMs) / (meanMs + lagMs);
}
