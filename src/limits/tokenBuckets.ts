import { defer } from 'rxjs';
import type { Clock } from '../contract/Clock.js';
import type { Bucket, Limiter } from '../contract/Limiter.js';
import { systemClock } from '../contract/systemClock.js';
import { BucketQueue } from './BucketQueue.js';

/** Options for {@link tokenBuckets}. @since 0.1.0 */
export interface TokenBucketsOptions {
  /** Source of monotonic time. @defaultValue real time */
  readonly clock?: Clock;
  /**
   * By how much the ways of two requests to the vendor may differ, in milliseconds, `>= 0`: what comes
   * back in that time, half of the burst at most, is left to the vendor while a bucket is in use.
   *
   * @defaultValue 2_000, in which a lost first packet of a connection is sent again
   */
  readonly slackMs?: number;
}

const SLACK_MS = 2_000;

/** So many buckets are kept without a look at whether they are needed. */
const MOST_UNSWEPT = 1_000;

/**
 * A limiter in memory with one token bucket for each bucket name, full at its first use.
 *
 * Buckets of one name are one: the numbers of the first use count. Answers correct a bucket. While a
 * `Retry-After` of more than 15 minutes runs, `acquire` errors with `RateLimited`.
 *
 * @since 0.1.0
 */
export function tokenBuckets(options: TokenBucketsOptions = {}): Limiter {
  const { clock = systemClock, slackMs = SLACK_MS } = options;
  const queues = new Map<string, BucketQueue>();
  let sweepAt = MOST_UNSWEPT;
  const sweep = (): void => {
    for (const [name, queue] of queues) if (queue.isResting) queues.delete(name);
    // Twice as many as are needed, so that looking at them all stays cheap.
    sweepAt = Math.max(MOST_UNSWEPT, 2 * queues.size);
  };
  const queueOf = (bucket: Bucket): BucketQueue => {
    const known = queues.get(bucket.name);
    if (known !== undefined) return known;
    if (queues.size >= sweepAt) sweep();
    const queue = new BucketQueue(bucket, clock, slackMs);
    queues.set(bucket.name, queue);
    return queue;
  };
  return {
    // Found at the subscription: until then it may have been forgotten.
    acquire: (bucket, priority = 'look', urgency) =>
      defer(() => queueOf(bucket).acquire(priority, urgency)),
    waitMs: (bucket) => queueOf(bucket).waitMs(),
    release: (bucket) => queueOf(bucket).release(),
    report: (bucket, answer) => queueOf(bucket).report(answer),
  };
}
