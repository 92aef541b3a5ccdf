import type { Survival } from './Survival.js';

/** Looks at ages of a grid. @since 0.1.0 */
export interface Looks {
  /** The cell of the first look. */
  readonly first: number;
  /** For each cell, the cell of the look after one there that saw the job at work. */
  readonly next: Int32Array;
}

/** What looks cost on average. @since 0.1.0 */
export interface LooksCost {
  /** Requests a job. */
  readonly requests: number;
  /** From a job's end to the look that sees it. */
  readonly lagMs: number;
}

/**
 * The looks that cost least when one request is worth `requestMs` of lag.
 *
 * With F the share ended and G its integral, a look at s and the next one at s' cost
 * `requestMs (1 - F(s)) + G(s') - G(s) - (s' - s) F(s)`. So the best s' is given by the lowest of lines
 * in F(s), each of slope -s', and going down from the last age their lower hull gives all of them in
 * one pass.
 *
 * @since 0.1.0
 */
export function bestLooks({ grid, ended, area }: Survival, requestMs: number): Looks {
  const { ages } = grid;
  const last = ages.length - 1;
  const next = new Int32Array(ages.length).fill(last);
  const height = new Float64Array(ages.length);
  const hull = new Int32Array(ages.length);
  let lowest = 0;
  let size = 1;
  let first = last;
  const heightAt = (cell: number, share: number): number => height[cell]! - ages[cell]! * share;
  /** The share below which the line of the smaller age is the lower one. */
  const crossing = (a: number, b: number): number =>
    (height[a]! - height[b]!) / (ages[a]! - ages[b]!);
  hull[0] = last;
  height[last] = area[last]!;
  for (let cell = last - 1; cell >= 0; cell -= 1) {
    const share = ended[cell]!;
    while (
      lowest + 1 < size &&
      heightAt(hull[lowest + 1]!, share) <= heightAt(hull[lowest]!, share)
    ) {
      lowest += 1;
    }
    next[cell] = hull[lowest]!;
    height[cell] = requestMs * (1 - share) + ages[cell]! * share + heightAt(next[cell]!, share);
    if (height[cell]! < height[first]!) first = cell;
    while (
      size - lowest > 1 &&
      crossing(hull[size - 2]!, cell) >= crossing(hull[size - 2]!, hull[size - 1]!)
    ) {
      size -= 1;
    }
    hull[size] = cell;
    size += 1;
  }
  return { first, next };
}

/**
 * What looks cost if durations are as `survival` says.
 *
 * @param survival - on the same grid as the looks
 * @since 0.1.0
 */
export function looksCost({ grid, ended, area }: Survival, { first, next }: Looks): LooksCost {
  const { ages } = grid;
  let requests = 1;
  let lagMs = area[first]!;
  for (let cell = first; cell < ages.length - 1; cell = next[cell]!) {
    const to = next[cell]!;
    requests += 1 - ended[cell]!;
    lagMs += area[to]! - area[cell]! - (ages[to]! - ages[cell]!) * ended[cell]!;
  }
  return { requests, lagMs };
}

/**
 * What a request may be worth so that the best looks reach a mean lag, to within 1 %.
 *
 * @param lagMs - the mean lag, `> 0`
 * @returns milliseconds of lag
 * @since 0.1.0
 */
export function requestWorthMs(survival: Survival, lagMs: number): number {
  let low = lagMs / 1e4;
  let high = lagMs * 1e4;
  let worth = lagMs;
  while (high / low > 1.02) {
    const reached = looksCost(survival, bestLooks(survival, worth)).lagMs;
    if (Math.abs(reached / lagMs - 1) < 0.01) break;
    if (reached > lagMs) high = worth;
    else low = worth;
    // Where looks are many, their lag follows the square root of what a request is worth.
    const guess = worth * (lagMs / reached) ** 2;
    worth = guess > low && guess < high ? guess : Math.sqrt(low * high);
  }
  return worth;
}
