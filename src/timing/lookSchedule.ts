import { requestWorthMs } from './bestLooks.js';
import { defaultGapMs } from './defaultCadence.js';
import { DurationStudy } from './DurationStudy.js';
import type { Durations } from './Durations.js';
import { holdAt } from './holdAt.js';
import { learnedGap } from './learnedGap.js';
import { reckonOnce } from './reckonOnce.js';
import { steadyGap } from './steadyGap.js';

/** What a schedule aims at. @since 0.1.0 */
export interface ScheduleAim {
  /**
   * How long after its end a job is known to have ended, on average, in milliseconds. By default a
   * 60th of what jobs take on average, from 0.5 s to 15 s.
   */
  readonly lagMs?: number | undefined;
}

/** When jobs of a kind are worth a look, by how long such jobs took. @since 0.1.0 */
export interface LookSchedule {
  /** How long to wait after a look at this age that saw the job at work; `ageMs` 0 is its birth. */
  readonly gapMs: (ageMs: number) => number;
  /**
   * How much later than its end the job is known to have ended, on average, if it was at work at
   * `lookedAtMs` and is next looked at now: what waiting has cost so far. `0` for `ageMs <= lookedAtMs`.
   */
  readonly accruedLagMs: (lookedAtMs: number, ageMs: number) => number;
  /**
   * How much a look now is worth before others, for a job that was at work at `lookedAtMs`: what waiting
   * has cost, and the more the surer it is that the job has ended. In milliseconds.
   */
  readonly urgencyMs: (lookedAtMs: number, ageMs: number) => number;
  /** The age at which a look that is held open for `holdMs` is first worth its request. */
  readonly holdAtMs: (holdMs: number) => number;
}

const SHARE_OF_MEAN = 1 / 60;
const LEAST_LAG_MS = 500;
const MOST_LAG_MS = 15_000;

/** A held look is worth so many times the lag that is aimed at: those after it are worth one each. */
const HELD_REQUEST = 2;

/** Where nothing is known, half of the jobs of any age end before they are twice as old, give or take a second. */
function unlearnedLagMs(lookedAtMs: number, ageMs: number): number {
  if (!(ageMs > lookedAtMs)) return 0;
  const [from, to] = [Math.max(0, lookedAtMs) + 1_000, ageMs + 1_000];
  return to - from - from * Math.log(to / from);
}

/** The schedule for a kind of which nothing is known. */
const unlearned: LookSchedule = {
  gapMs: defaultGapMs,
  accruedLagMs: unlearnedLagMs,
  urgencyMs: (lookedAtMs, ageMs) =>
    unlearnedLagMs(lookedAtMs, ageMs) * ((ageMs + 1_000) / (Math.max(0, lookedAtMs) + 1_000)),
  holdAtMs: () => 0,
};

function scheduleOf(study: DurationStudy, aimedMs: number | undefined): LookSchedule {
  const { survival, meanMs, longestMs } = study;
  const lagMs = aimedMs ?? Math.min(Math.max(meanMs * SHARE_OF_MEAN, LEAST_LAG_MS), MOST_LAG_MS);
  const requestMs = requestWorthMs(survival, lagMs);
  const isLearned = study.isWorthIt(requestMs);
  const foreseen = isLearned ? survival : study.memoryless();
  const holds = new Map<number, number>();
  return {
    gapMs: isLearned ? learnedGap(study, requestMs, lagMs) : steadyGap(longestMs, lagMs),
    accruedLagMs: (lookedAtMs, ageMs) => foreseen.accruedLagMs(lookedAtMs, ageMs),
    urgencyMs: (lookedAtMs, ageMs) => {
      const [atWork, stillThen] = [1 - foreseen.endedBy(lookedAtMs), 1 - foreseen.endedBy(ageMs)];
      return (foreseen.accruedLagMs(lookedAtMs, ageMs) * atWork) / stillThen;
    },
    holdAtMs: (holdMs) => {
      const known = holds.get(holdMs);
      if (known !== undefined) return known;
      const at = holdAt(survival, holdMs, HELD_REQUEST * lagMs);
      holds.set(holdMs, at);
      return at;
    },
  };
}

interface Kept {
  readonly study: DurationStudy;
  readonly schedules: Map<number | undefined, LookSchedule>;
}

const keptOf = reckonOnce<Kept>((ended) => ({
  study: new DurationStudy(ended),
  schedules: new Map(),
}));

/**
 * Reckons when to look from how long jobs took. Reckoning takes a millisecond or two, and is done anew
 * only when enough more jobs were seen; all between is looked up.
 *
 * @param durations - of the same kind, in the order of their ends
 * @since 0.1.0
 */
export function lookSchedule(durations: Durations, aim: ScheduleAim = {}): LookSchedule {
  const kept = keptOf(durations);
  if (!kept) return unlearned;
  const known = kept.schedules.get(aim.lagMs);
  if (known) return known;
  const schedule = scheduleOf(kept.study, aim.lagMs);
  kept.schedules.set(aim.lagMs, schedule);
  return schedule;
}
