import { bestLooks, looksCost } from './bestLooks.js';
import { defaultGapMs } from './defaultCadence.js';
import type { DurationStudy } from './DurationStudy.js';

/** No job is left alone for longer, however sure its end is. @since 0.1.0 */
export const LONGEST_GAP_MS = 300_000;

/** How long to wait after a look at this age that saw the job at work, in milliseconds. @since 0.1.0 */
export type GapByAge = (ageMs: number) => number;

/**
 * Gaps that end where the next look is worth most. A job that has outlived all that were seen is looked
 * at as one of which nothing is known, or sooner.
 *
 * @param requestMs - what a request is worth
 * @param lagMs - the mean lag that is aimed at
 * @since 0.1.0
 */
export function learnedGap(study: DurationStudy, requestMs: number, lagMs: number): GapByAge {
  const { grid, longestMs, survival } = study;
  const { ages } = grid;
  const looks = bestLooks(survival, requestMs);
  const firstMs = ages[looks.first]!;
  // Ages of the grid are too far apart for a very small lag: then each gap is divided.
  const finer = Math.min(1, lagMs / looksCost(survival, looks).lagMs);
  const due = Float64Array.from(looks.next, (cell) => ages[cell]!);
  const lastMs = ages[ages.length - 1]!;
  const gapAt = (ageMs: number): number => {
    if (ageMs < ages[0]!) return firstMs - ageMs;
    const cell = grid.cellOf(ageMs);
    const before = due[Math.max(0, cell - 1)]!;
    const share = (ageMs - grid.startOf(cell)) / (ages[cell]! - grid.startOf(cell));
    return (before + share * (due[cell]! - before) - ageMs) * finer;
  };
  return (ageMs) => {
    const longest = ageMs < longestMs ? LONGEST_GAP_MS : defaultGapMs(ageMs);
    if (ageMs >= lastMs) return longest;
    return Math.min(Math.max(gapAt(ageMs), lagMs / 4), longest);
  };
}
