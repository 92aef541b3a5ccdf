import { defaultGapMs } from './defaultCadence.js';
import type { GapByAge } from './learnedGap.js';
import { LONGEST_GAP_MS } from './learnedGap.js';

/** From so many times the longest duration on, gaps grow. */
const OUTLIVED = 4;

/**
 * The same gap at every age, but for jobs that have outlived all others by far.
 *
 * @param longestMs - how long the longest job took
 * @param lagMs - the mean lag that is aimed at
 * @since 0.1.0
 */
export function steadyGap(longestMs: number, lagMs: number): GapByAge {
  const gap = Math.min(2 * lagMs, LONGEST_GAP_MS);
  const from = OUTLIVED * longestMs;
  return (ageMs) => (ageMs < from ? gap : Math.max(gap, defaultGapMs(ageMs - from)));
}
