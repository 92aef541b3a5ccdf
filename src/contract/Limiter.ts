import type { Observable } from 'rxjs';

/**
 * A vendor's rate limit as data: so many requests a minute, and so many at once.
 *
 * @since 0.1.0
 */
export interface Bucket {
  /** The vendor's name of the bucket, such as `characters_get`. */
  readonly name: string;
  /** Tokens that come back in a minute, `> 0`; `Infinity` where no limit is known. */
  readonly perMinute: number;
  /** Most tokens that can lie ready, `>= 1`. */
  readonly burst: number;
}

/** What an answer tells about its bucket. @since 0.1.0 */
export interface RateAnswer {
  readonly status: number;
  /** From `Retry-After`: nothing will be taken before this many milliseconds have passed. */
  readonly retryAfterMs?: number | undefined;
  /** Capacity of the bucket, from `X-RateLimit-Limit`. */
  readonly limit?: number | undefined;
  /** Tokens that are left at the vendor, from `X-RateLimit-Remaining`. */
  readonly remaining?: number | undefined;
}

/** What a token is wanted for; lower ones wait for higher ones: `submit`, then `call`, then `look`. @since 0.1.0 */
export type LimiterPriority = 'submit' | 'call' | 'look';

/**
 * What waiting has cost until now, in milliseconds: how much later than its end a job is known to have
 * ended, on average, if its look goes out now. Asked anew whenever a token is handed out.
 *
 * @since 0.1.0
 */
export type Urgency = () => number;

/**
 * Hands out permission to send; shared by all jobs of one key.
 *
 * @since 0.1.0
 */
export interface Limiter {
  /**
   * Emits once and completes as soon as a token of the bucket is yours; unsubscribing leaves the
   * queue. Emits synchronously when a token lies ready. May error with `RateLimited` where the vendor
   * asked for a longer pause than anybody waits for.
   *
   * @param urgency - among those of one priority the most urgent is served first; without it, whoever
   * came first
   */
  acquire(bucket: Bucket, priority?: LimiterPriority, urgency?: Urgency): Observable<void>;
  /**
   * How long it takes at least until a token can be yours, in milliseconds; 0 where one lies ready.
   * Whoever would wait for too long can then say so instead: a client waits for 15 minutes at most.
   */
  waitMs?(bucket: Bucket, priority?: LimiterPriority): number;
  /** Gives back a token whose request was never sent. */
  release?(bucket: Bucket): void;
  /** Corrects the bucket by what the vendor said. */
  report(bucket: Bucket, answer: RateAnswer): void;
}
