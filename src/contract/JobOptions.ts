import type { Cadence } from '../timing/Cadence.js';
import type { Until } from '../timing/completionStep.js';

/** How a job is watched. @since 0.1.0 */
export interface WatchOptions {
  /**
   * `settled` also ends at `needs-action`; `terminal` watches on until the job's real end.
   *
   * @defaultValue `'settled'`
   */
  readonly until?: Until;
  /**
   * Wall time from the subscription after which the watch ends as `DeadlineExceeded`, in
   * milliseconds, in [1, 366 days].
   *
   * @defaultValue the client's `deadlineMs`, which is 24 h
   */
  readonly deadlineMs?: number;
  /** When to look. @defaultValue the client's cadence */
  readonly cadence?: Cadence;
  /**
   * `changes` leaves out looks that show nothing new; `looks` gives every one.
   *
   * @defaultValue `'changes'`
   */
  readonly emit?: 'changes' | 'looks';
}

/** How a job is bought, and then watched. @since 0.1.0 */
export interface RunOptions extends WatchOptions {
  /**
   * A key of your own that stands for one job: 1 to 128 of letters, digits, `.`, `_`, `~`, `-`.
   *
   * A second create under the same key in the same store makes no second job; vendors that recognize
   * repeated creates are given the key too. Other input under a used key is `InvalidInput`.
   */
  readonly idempotencyKey?: string;
  /** Fields that this library does not know yet; merged into the body, unchecked. */
  readonly extraBody?: Readonly<Record<string, unknown>>;
  /**
   * Whether a create that the vendor refuses with HTTP 429 waits and is sent again, or ends as
   * `RateLimited`. The client's own bucket is waited for in any case.
   *
   * @defaultValue `'wait'`
   */
  readonly whenLimited?: 'wait' | 'fail';
}

/** How a call that makes no job is sent. @since 0.1.0 */
export type CallOptions = Pick<RunOptions, 'deadlineMs' | 'extraBody' | 'whenLimited'>;
