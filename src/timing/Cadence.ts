import type { Phase } from '../model/Phase.js';
import type { Durations } from './Durations.js';
import type { Pace } from './paceStep.js';

/** What is known of a job when the time of its next look is chosen. @since 0.1.0 */
export interface Known {
  /** Looks that were answered so far; 0 before the first. */
  readonly looks: number;
  /** Milliseconds since the job was submitted, or since the watch began where that is not known. */
  readonly ageMs: number;
  /** The gap before the last look, in milliseconds; absent before the second. */
  readonly lastGapMs?: number | undefined;
  /** The phase that the last look showed. */
  readonly phase?: Phase | undefined;
  /** The progress that the last look showed, `[0, 1]`. */
  readonly progress?: number | undefined;
  /** What the vendor asked for in a `Retry-After` on a good answer, in milliseconds. */
  readonly serverHintMs?: number | undefined;
  /** How long jobs of this kind usually take, in milliseconds. */
  readonly typicalMs?: number | undefined;
  /** How long the jobs of this kind took that were seen to end, where there are any. */
  readonly durations?: Durations | undefined;
  /** What the job's own reports of progress say of its end, where it makes any. */
  readonly pace?: Pace | undefined;
  /** A fresh number in `[0, 1)`, for jitter. */
  readonly random: number;
}

/**
 * When to look next: the gap in milliseconds from now, given what is known.
 *
 * @since 0.1.0
 */
export type Cadence = (known: Known) => number;
