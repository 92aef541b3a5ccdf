import type { EpochMs } from '../model/EpochMs.js';

/**
 * The only source of time and chance.
 *
 * @since 0.1.0
 */
export interface Clock {
  /** Wall time, for deadlines and expiry; it may jump. */
  now(): EpochMs;
  /** Milliseconds that only grow, for gaps and buckets. */
  monotonic(): number;
  /**
   * Runs the work once after the delay. Delays longer than a timer can hold are chained; negative
   * ones and `NaN` count as 0.
   *
   * @returns cancels the work
   */
  schedule(delayMs: number, work: () => void): () => void;
  /** A number in `[0, 1)`. */
  random(): number;
}
