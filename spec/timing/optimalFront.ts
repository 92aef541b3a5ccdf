import type { DurationModel } from './durationModels.js';

/** What looking costs on average: requests a job, and milliseconds from its end to the look that sees it. */
export interface LookCost {
  readonly requests: number;
  readonly lagMs: number;
}

const CELLS = 20_000;
const REST = 1e-7;

/** Ages, the share of jobs ended by each, and the integral of that share from 0. */
interface Grid {
  readonly ages: Float64Array;
  readonly ended: Float64Array;
  readonly area: Float64Array;
}

const grids = new WeakMap<DurationModel, Grid>();

function gridOf(model: DurationModel): Grid {
  const known = grids.get(model);
  if (known) return known;
  const last = model.quantile(1 - REST);
  const ages = Float64Array.from({ length: CELLS + 1 }, (_, cell) => (last * cell) / CELLS);
  const ended = ages.map((age) => model.cdf(age));
  ended[CELLS] = 1;
  const area = new Float64Array(CELLS + 1);
  for (let cell = 1; cell <= CELLS; cell += 1) {
    area[cell] = area[cell - 1]! + ((ended[cell]! + ended[cell - 1]!) / 2) * (last / CELLS);
  }
  const grid = { ages, ended, area };
  grids.set(model, grid);
  return grid;
}

/**
 * For each cell, the cell of the best next look, when one request is worth `muMs` of lag.
 *
 * With F the share ended and G its integral, a look at s and the next at s' cost
 * `mu (1 - F(s)) + G(s') - G(s) - (s' - s) F(s)`. So the best s' minimises a line in F(s) of slope -s',
 * and the lower hull of these lines gives all of them in one pass from the end.
 */
function nextCells({ ages, ended, area }: Grid, muMs: number): Int32Array {
  const next = new Int32Array(CELLS + 1);
  const height = new Float64Array(CELLS + 1);
  const hull = new Int32Array(CELLS + 1);
  let first = 0;
  let size = 0;
  const valueAt = (cell: number, share: number): number => height[cell]! - ages[cell]! * share;
  // The share below which line b lies under line a, an older one.
  const crossing = (a: number, b: number): number =>
    (height[a]! - height[b]!) / (ages[a]! - ages[b]!);
  for (let cell = CELLS; cell >= 0; cell -= 1) {
    const share = ended[cell]!;
    let worth = 0;
    if (cell < CELLS) {
      while (first + 1 < size && valueAt(hull[first + 1]!, share) <= valueAt(hull[first]!, share)) {
        first += 1;
      }
      const best = hull[first]!;
      next[cell] = best;
      worth = muMs * (1 - share) - area[cell]! + ages[cell]! * share + valueAt(best, share);
    }
    height[cell] = area[cell]! + worth;
    while (
      size - first > 1 &&
      crossing(hull[size - 2]!, cell) >= crossing(hull[size - 2]!, hull[size - 1]!)
    ) {
      size -= 1;
    }
    hull[size] = cell;
    size += 1;
  }
  return next;
}

/** What the best schedule costs when one request is worth `muMs` of lag. */
export function optimalCost(model: DurationModel, muMs: number): LookCost {
  const grid = gridOf(model);
  const { ages, ended, area } = grid;
  const next = nextCells(grid, muMs);
  let requests = 0;
  let lagMs = 0;
  for (let cell = 0; cell < CELLS; cell = next[cell]!) {
    const to = next[cell]!;
    requests += 1 - ended[cell]!;
    lagMs += area[to]! - area[cell]! - (ages[to]! - ages[cell]!) * ended[cell]!;
  }
  return { requests, lagMs };
}

/**
 * Searches the front for the two of its corners that a point lies between, and goes straight between
 * them: a schedule drawn by lot from two is as good as any.
 */
function between(
  model: DurationModel,
  of: (cost: LookCost) => number,
  wanted: number,
  found: (cost: LookCost) => number,
): number {
  let lowMu = model.meanMs * 1e-7;
  let highMu = model.meanMs * 1e4;
  let low = optimalCost(model, lowMu);
  let high = optimalCost(model, highMu);
  while (highMu / lowMu > 1.005) {
    const mu = Math.sqrt(lowMu * highMu);
    const cost = optimalCost(model, mu);
    // A dearer request makes requests rarer and lag longer.
    const isLow = of(low) > of(high) ? of(cost) > wanted : of(cost) < wanted;
    if (isLow) [lowMu, low] = [mu, cost];
    else [highMu, high] = [mu, cost];
  }
  const width = of(high) - of(low);
  const share = width === 0 ? 0 : Math.min(1, Math.max(0, (wanted - of(low)) / width));
  return found(low) + share * (found(high) - found(low));
}

/** L*(n): the least mean lag that any schedule reaches with so many requests a job, `>= 1`. */
export const optimalLag = (model: DurationModel, requests: number): number =>
  between(
    model,
    (cost) => cost.requests,
    requests,
    (cost) => cost.lagMs,
  );

/** The fewest requests a job with which any schedule reaches this mean lag. */
export const fewestRequests = (model: DurationModel, lagMs: number): number =>
  between(
    model,
    (cost) => cost.lagMs,
    lagMs,
    (cost) => cost.requests,
  );

/** What a schedule costs, exactly: `gapMs` is the wait after a look at this age, 0 being the start. */
export function costOf(model: DurationModel, gapMs: (ageMs: number) => number): LookCost {
  let requests = 0;
  let seenMs = 0;
  let age = 0;
  let ended = 0;
  while (1 - ended > REST) {
    requests += 1 - ended;
    age += gapMs(age);
    const by = model.cdf(age);
    seenMs += age * (by - ended);
    ended = by;
  }
  return { requests, lagMs: seenMs - model.meanMs };
}

/** D1: the mean lag of a schedule, divided by the least that its requests could have bought. */
export const distanceFromFront = (model: DurationModel, { requests, lagMs }: LookCost): number =>
  lagMs / optimalLag(model, requests);

/** The requests a job that held looks need, the first opened at `fromMs`, each open for `holdMs`. */
export function heldRequests(model: DurationModel, fromMs: number, holdMs: number): number {
  let requests = 1;
  for (let age = fromMs + holdMs; 1 - model.cdf(age) > REST; age += holdMs) {
    requests += 1 - model.cdf(age);
  }
  return requests;
}
