import { requireOption } from '../errors/requireOption.js';
import type { Cadence, Known } from '../timing/Cadence.js';
import { defaultCadence } from '../timing/defaultCadence.js';
import { doubtedGap } from '../timing/doubtedGap.js';
import { NO_DURATIONS } from '../timing/Durations.js';
import { lookSchedule } from '../timing/lookSchedule.js';
import { paceGap } from '../timing/paceGap.js';
import { paceRecord } from '../timing/paceRecord.js';
import type { PaceRecord } from '../timing/paceRecord.js';
import type { Pace } from '../timing/paceStep.js';

/** With more misleading jobs to an honest one, nothing is won by listening. */
const MOST_LIE_ODDS = 0.2;
/** The first look, for a job's pace, is at this share of the shortest duration. */
const FIRST_SHARE = 0.6;

function isTold(pace: Pace | undefined, ageMs: number, record: PaceRecord): pace is Pace {
  if (pace === undefined || pace.trust === 0 || pace.toMs === Infinity) return false;
  if (ageMs > pace.toMs) return false;
  // What no job of the kind ever did is more likely a lie than a record.
  return pace.toMs >= record.soonestMs && pace.fromMs <= record.latestMs;
}

/** A first look that is early enough to show the pace of each job. */
function firstGap({ ageMs }: Known, { soonestMs }: PaceRecord, otherwiseMs: number): number {
  const earlyMs = FIRST_SHARE * soonestMs - ageMs;
  return earlyMs > 0 ? Math.min(earlyMs, otherwiseMs) : otherwiseMs;
}

/**
 * Reckons from the vendor's reports of progress when the job will end, and looks closely only then.
 *
 * Reports are believed as far as they bear each other out, and as far as those of the kind's earlier
 * jobs did. A job whose reports contradict each other is looked at as if it made none.
 *
 * @param otherwise - used without progress, and when it is not to be believed. Default: gaps that grow
 * with the job's age
 * @throws InvalidInput, at once, for what is no cadence
 * @example
 * ```ts
 * import { byProgress, fixed } from 'rushes';
 *
 * const cadence = byProgress(fixed(5_000));
 * ```
 * @since 0.1.0
 */
export function byProgress(otherwise: Cadence = defaultCadence): Cadence {
  const isCadence = typeof otherwise === 'function';
  requireOption(isCadence, 'byProgress', 'otherwise', 'must be a cadence, such as fixed(2000)');
  return (known) => {
    const { pace, ageMs, durations = NO_DURATIONS } = known;
    const otherwiseMs = otherwise(known);
    const record = paceRecord(durations);
    if (record.lieOdds > MOST_LIE_ODDS) return otherwiseMs;
    if (known.looks === 0) return firstGap(known, record, otherwiseMs);
    if (!isTold(pace, ageMs, record)) return otherwiseMs;
    const odds = (record.lieOdds * (1 - pace.trust)) / pace.trust;
    const schedule = lookSchedule(durations);
    return doubtedGap(paceGap(pace, ageMs, otherwiseMs), otherwiseMs, odds / (1 + odds), (gapMs) =>
      schedule.accruedLagMs(ageMs, ageMs + gapMs),
    );
  };
}
