/** A report of progress: what a job of this age showed, `[0, 1]`. @since 0.1.0 */
export interface ProgressReport {
  readonly ageMs: number;
  readonly progress: number;
}

/** When a job ends, by two of its reports. Ages in milliseconds. @since 0.1.0 */
export interface LineWindow {
  readonly fromMs: number;
  /** `Infinity` where the two reports are too close together to tell. */
  readonly toMs: number;
  /** By how much the vendor may be off if it rounds its progress rather than cutting it. */
  readonly slackMs: number;
}

/** Answers travel, and a vendor's clock ticks. */
const JITTER_MS = 100;

/**
 * When a job ends whose progress is a straight line through two reports, both cut down to whole steps.
 *
 * @param base - the earlier one; the job's birth, which is exact, if both of its numbers are 0
 * @param step - `(0, 1]`
 * @since 0.1.0
 */
export function lineWindow(base: ProgressReport, last: ProgressReport, step: number): LineWindow {
  const isBirth = base.ageMs === 0 && base.progress === 0;
  const passedMs = last.ageMs - base.ageMs;
  const done = last.progress - base.progress;
  const endMs = (left: number, share: number): number =>
    share > 0 ? last.ageMs + (Math.max(0, left) * passedMs) / share : Infinity;
  return {
    fromMs: endMs(1 - last.progress - step, done + step),
    toMs: endMs(1 - last.progress, isBirth ? done : done - step),
    slackMs: JITTER_MS + (passedMs * step) / Math.max(step, done) / 2,
  };
}
