import { requireOption } from '../errors/requireOption.js';
import type { Cadence } from '../timing/Cadence.js';
import { defaultCadence } from '../timing/defaultCadence.js';
import { NO_DURATIONS } from '../timing/Durations.js';
import { GAP_RULE, isGapMs } from '../timing/isGapMs.js';
import { lookSchedule } from '../timing/lookSchedule.js';
import { FEWEST_DURATIONS } from '../timing/reckonOnce.js';

/** Options for {@link learned}. @since 0.1.0 */
export interface LearnedOptions {
  /**
   * How long after its end a job is known to have ended, on average, in [1, 2147483647] ms.
   *
   * @defaultValue a 60th of what jobs of the kind take on average, from 500 to 15000
   */
  readonly lagMs?: number;
}

/**
 * Looks when jobs of the kind usually end: how long they take is learned from those that were seen to
 * end. With as many requests as another cadence, the end is known sooner; or as soon with fewer.
 *
 * Until three jobs were seen, gaps grow with the job's age. Where age says nothing of the end, they are
 * all the same. A job that outlives all before it is looked at at least every 30 s, unless `lagMs` asks
 * for less.
 *
 * @throws InvalidInput, at once, for a lag outside its range
 * @example
 * ```ts
 * import { learned } from 'rushes';
 *
 * const cadence = learned({ lagMs: 1_000 });
 * ```
 * @since 0.1.0
 */
export function learned(options: LearnedOptions = {}): Cadence {
  const { lagMs } = options;
  requireOption(lagMs === undefined || isGapMs(lagMs), 'learned', 'lagMs', GAP_RULE);
  const aim = { lagMs };
  return (known) => {
    const { durations = NO_DURATIONS, looks, ageMs } = known;
    if (durations.ended.length < FEWEST_DURATIONS) return defaultCadence(known);
    const schedule = lookSchedule(durations, aim);
    // A job whose watch begins late was not yet seen at work: its first look may be overdue.
    return looks === 0 ? Math.max(1, schedule.gapMs(0) - ageMs) : schedule.gapMs(ageMs);
  };
}
