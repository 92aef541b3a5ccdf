import type { Pace } from './paceStep.js';

/** A window that is so many steps wide is worth a look at its beginning, which narrows it to one. */
const WIDE_STEPS = 5;
/** Where in a wide window that has begun, or all but begun, the next look is. */
const BEGUN_SHARE = 1 / 4;
/** The end of a job is to be known to this share of its duration, in no more than so many looks. */
const FINE = 0.0085;
const MOST_LOOKS = 4;
/** With less trust there is one look, at the end of the window: will it hold? */
const LITTLE_TRUST = 0.4;
const SHORTEST_MS = 100;

/**
 * How long to wait if a job's reports of progress are honest: few looks on the way, then evenly spaced
 * ones in the small window that its end must be in.
 *
 * @param ageMs - the job's age now, at most `pace.toMs`
 * @param otherwiseMs - how long to wait if nothing were known of its progress
 * @since 0.1.0
 */
export function paceGap(pace: Pace, ageMs: number, otherwiseMs: number): number {
  const { toMs, trust, step, baseMs } = pace;
  const aheadMs = Math.max(0, pace.fromMs - ageMs);
  const widthMs = toMs - ageMs - aheadMs;
  const partMs = widthMs * BEGUN_SHARE;
  if (widthMs > WIDE_STEPS * step * (toMs - baseMs))
    return Math.max(
      SHORTEST_MS,
      aheadMs > 0 ? Math.max(aheadMs, partMs) : Math.min(otherwiseMs, partMs),
    );
  const looks = Math.min(Math.ceil(widthMs / Math.max(1, FINE * toMs)), MOST_LOOKS);
  const fineMs = widthMs / (trust < LITTLE_TRUST ? 1 : Math.max(1, looks));
  return Math.max(SHORTEST_MS, aheadMs + fineMs);
}
