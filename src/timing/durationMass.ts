import type { AgeGrid } from './AgeGrid.js';
import type { Duration } from './Durations.js';
import { smoothed } from './smoothed.js';

/** The jobs are dealt into so many parts, so that each can be foretold from the others. */
const PARTS = 6;
const ROUNDS = 6;

/** How much of a job stays spread evenly over its range, whatever the others say. */
const EVENLY = 0.02;

/** Before anything was seen, durations are taken to differ by this factor: e to this. */
const PRIOR_DEVIATION = 0.3;

/** Where on a grid jobs ended, as far as is known. @since 0.1.0 */
export interface DurationMass {
  /** For each part of the jobs: how much of all of them ended in each cell. */
  readonly parts: readonly Float64Array[];
  readonly total: Float64Array;
  /** As many jobs of equal weight tell as much. */
  readonly count: number;
  /** How much durations differ, in cells. */
  readonly deviation: number;
  /** How far what was seen is to be spread to foretell other jobs, in cells. */
  readonly blur: number;
}

/** A job that ended in one of the cells from `from` up to but without `to`. */
interface Range {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

function rangeOf(grid: AgeGrid, { afterMs, byMs }: Duration, weight: number): Range {
  const last = grid.cellOf(byMs);
  return { from: Math.min(grid.cellOf(afterMs) + 1, last), to: last + 1, weight };
}

/** What lies in each cell if each job is spread over its range as `density` lies there. */
function spreadOver(grid: AgeGrid, ranges: readonly Range[], density: Float64Array): Float64Array {
  const cells = density.length;
  const sums = new Float64Array(cells + 1);
  for (let cell = 0; cell < cells; cell += 1) sums[cell + 1] = sums[cell]! + density[cell]!;
  // How much more is in each cell than in the one before, per density and per millisecond.
  const likely = new Float64Array(cells + 1);
  const even = new Float64Array(cells + 1);
  for (const { from, to, weight } of ranges) {
    const sum = sums[to]! - sums[from]!;
    const evenly = sum > 0 ? EVENLY : 1;
    const perMs = (weight * evenly) / (grid.startOf(to) - grid.startOf(from));
    const perDensity = sum > 0 ? (weight * (1 - evenly)) / sum : 0;
    even[from]! += perMs;
    even[to]! -= perMs;
    likely[from]! += perDensity;
    likely[to]! -= perDensity;
  }
  const mass = new Float64Array(cells);
  for (let cell = 0; cell < cells; cell += 1) {
    const widthMs = grid.ages[cell]! - grid.startOf(cell);
    mass[cell] = Math.max(0, likely[cell]! * density[cell]! + even[cell]! * widthMs);
    likely[cell + 1]! += likely[cell]!;
    even[cell + 1]! += even[cell]!;
  }
  return mass;
}

/** How much durations differ, in cells. */
function deviationOf(mass: Float64Array, priorDeviation: number, count: number): number {
  let mean = 0;
  let squares = 0;
  for (let cell = 0; cell < mass.length; cell += 1) mean += mass[cell]! * cell;
  for (let cell = 0; cell < mass.length; cell += 1) squares += mass[cell]! * (cell - mean) ** 2;
  return Math.sqrt(squares + priorDeviation ** 2 / count);
}

/**
 * Finds where in their ranges jobs ended most likely: each is spread over its range as all of them
 * lie there, a few rounds long.
 *
 * @param weights - how much each counts; they add up to 1
 * @since 0.1.0
 */
export function durationMass(
  ended: readonly Duration[],
  weights: readonly number[],
  grid: AgeGrid,
): DurationMass {
  const count = 1 / weights.reduce((sum, weight) => sum + weight ** 2, 0);
  const ranges = ended.map((duration, place) => rangeOf(grid, duration, weights[place]!));
  let density: Float64Array = new Float64Array(grid.ages.length);
  for (let round = 1; ; round += 1) {
    const total = spreadOver(grid, ranges, density);
    const deviation = deviationOf(total, PRIOR_DEVIATION / grid.step, count);
    const blur = deviation * count ** -0.2;
    if (round === ROUNDS) {
      const dealt = Array.from({ length: Math.min(PARTS, ranges.length) }, (_, part) =>
        ranges.filter((_range, place) => place % PARTS === part),
      );
      const parts = dealt.map((some) => spreadOver(grid, some, density));
      return { parts, total, count, deviation, blur };
    }
    density = smoothed(total, blur);
  }
}
