import { byProgress } from '../contract/byProgress.js';
import type { Cadence } from '../timing/Cadence.js';
import { NO_DURATIONS } from '../timing/Durations.js';
import { paceRecord } from '../timing/paceRecord.js';
import { FEWEST_DURATIONS } from '../timing/reckonOnce.js';
import { lookSchedule } from '../timing/lookSchedule.js';
import type { AnyKind } from './AnyKind.js';

const learned: Cadence = ({ ageMs, durations = NO_DURATIONS }) =>
  lookSchedule(durations).gapMs(ageMs);

const byLearnedProgress = byProgress(learned);

/**
 * Until some jobs have ended nobody knows whether what a vendor reports is true; and where none of them
 * reported anything, an early look at the progress of the next is wasted.
 */
const progressing: Cadence = (known) => {
  const { durations = NO_DURATIONS } = known;
  const isKnown = durations.ended.length >= FEWEST_DURATIONS;
  return isKnown && paceRecord(durations).isReported ? byLearnedProgress(known) : learned(known);
};

/**
 * When jobs of a kind are best looked at, where nobody wishes otherwise: by what was learned of it, and
 * by its progress where looks show that without being asked for it.
 *
 * @since 0.1.0
 */
export const kindCadence = (
  { liveProgress, progress }: AnyKind,
  asksForProgress: boolean,
): Cadence =>
  progress === undefined || (liveProgress === true && !asksForProgress) ? learned : progressing;
