import type { Duration } from './Durations.js';
import type { Pace } from './paceStep.js';

/** A job may end a little outside of its window without harm: a share of the step, and a blink. */
const STEPS_OFF = 0.75;
const BLINK_MS = 100;

/**
 * Whether a job's reports of progress misled about its end.
 *
 * @param pace - what they said before the look that showed the end
 * @param duration - when the job ended
 * @returns `undefined` where they said nothing
 * @since 0.1.0
 */
export function wasMisled(pace: Pace | undefined, duration: Duration): boolean | undefined {
  if (pace === undefined) return undefined;
  const { fromMs, toMs, trust, step, baseMs } = pace;
  if (trust === 0) return true;
  if (toMs === Infinity) return undefined;
  const offMs = Math.max(BLINK_MS, STEPS_OFF * step * (toMs - baseMs));
  return duration.byMs < fromMs - offMs || duration.afterMs > toMs + offMs;
}
