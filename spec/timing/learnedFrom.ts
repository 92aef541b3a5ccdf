import type { Durations } from '../../src/timing/Durations.js';
import { NO_DURATIONS, withDuration } from '../../src/timing/Durations.js';
import { lookSchedule } from '../../src/timing/lookSchedule.js';
import { chanceOf } from '../faults/walk/chanceOf.js';
import type { DurationModel } from './durationModels.js';

/** Draws so many durations of a law, always the same for one seed. */
export function drawnFrom(model: DurationModel, count: number, seed: number): readonly number[] {
  const chance = chanceOf(seed * 7_919);
  return Array.from({ length: count }, () => model.quantile(chance()));
}

/** What is learned of jobs that take so long, each looked at by what the ones before it taught. */
export function learnedFrom(
  takeMs: readonly number[],
  before: Durations = NO_DURATIONS,
): Durations {
  return takeMs.reduce((durations, endMs) => {
    const { gapMs } = lookSchedule(durations);
    let afterMs = 0;
    let byMs = gapMs(0);
    while (byMs < endMs) {
      afterMs = byMs;
      byMs += gapMs(byMs);
    }
    return withDuration(durations, { afterMs, byMs });
  }, before);
}

/** The same where looks are held open until the job ends, from when it pays on. */
export function learnedByHolds(takeMs: readonly number[], holdMs: number): Durations {
  return takeMs.reduce((durations, endMs) => {
    const fromMs = lookSchedule(durations).holdAtMs(holdMs);
    const duration =
      endMs <= fromMs ? { afterMs: 0, byMs: fromMs } : { afterMs: endMs - 20, byMs: endMs };
    return withDuration(durations, duration);
  }, NO_DURATIONS);
}
