import type { Duration, Durations } from './Durations.js';

/** What the ended jobs of a kind tell of how far reports of progress can be believed. @since 0.1.0 */
export interface PaceRecord {
  /** Misleading jobs to each honest one, `> 0`. */
  readonly lieOdds: number;
  /** Whether such jobs report progress at all, as far as is known. */
  readonly isReported: boolean;
  /** No job to be believed in ends sooner than this, in milliseconds. */
  readonly soonestMs: number;
  /** Nor later than this; `Infinity` while too few have ended. */
  readonly latestMs: number;
}

/** As if so many jobs had been seen before: where nothing is known, one in 37 is taken to mislead. */
const HONEST_BEFORE = 9;
const MISLED_BEFORE = 0.25;
/** Fewer tell nothing of how long such jobs take. */
const FEWEST = 3;
const SOONEST = 0.85;
const LATEST = 1.2;

const records = new WeakMap<Durations, PaceRecord>();

function reckoned(ended: readonly Duration[]): PaceRecord {
  let [honest, misled] = [HONEST_BEFORE, MISLED_BEFORE];
  let [shortestMs, longestMs] = [Infinity, 0];
  for (const job of ended) {
    if (job.misled === false) honest += 1;
    if (job.misled === true) misled += 1;
    shortestMs = Math.min(shortestMs, job.byMs);
    longestMs = Math.max(longestMs, job.afterMs);
  }
  const isKnown = ended.length >= FEWEST;
  return {
    isReported: !isKnown || ended.some((job) => job.misled !== undefined),
    lieOdds: misled / honest,
    soonestMs: isKnown ? SOONEST * shortestMs : 0,
    latestMs: isKnown ? LATEST * longestMs : Infinity,
  };
}

/**
 * What the ended jobs of a kind tell of reports of progress; reckoned once for the same durations.
 *
 * @since 0.1.0
 */
export function paceRecord(durations: Durations): PaceRecord {
  const known = records.get(durations);
  if (known !== undefined) return known;
  const record = reckoned(durations.ended);
  records.set(durations, record);
  return record;
}
