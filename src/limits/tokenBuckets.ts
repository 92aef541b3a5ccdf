import type { Clock } from '../contract/Clock.js';
import type { Bucket, Limiter } from '../contract/Limiter.js';
import { systemClock } from '../contract/systemClock.js';
import { BucketQueue } from './BucketQueue.js';

/** Options for {@link tokenBuckets}. @since 0.1.0 */
export interface TokenBucketsOptions {
  /** Source of monotonic time. @defaultValue real time */
  readonly clock?: Clock;
}

/**
 * A limiter in memory with one token bucket for each bucket name, full at its first use.
 *
 * Buckets of one name are one: the numbers of the first use count. What answers say brings a bucket
 * down, never up. While a `Retry-After` of more than 15 minutes runs, `acquire` errors with
 * `RateLimited`.
 *
 * @since 0.1.0
 */
export function tokenBuckets({ clock = systemClock }: TokenBucketsOptions = {}): Limiter {
  const queues = new Map<string, BucketQueue>();
  const queueOf = (bucket: Bucket): BucketQueue => {
    const known = queues.get(bucket.name);
    if (known !== undefined) return known;
    const queue = new BucketQueue(bucket, clock);
    queues.set(bucket.name, queue);
    return queue;
  };
  return {
    acquire: (bucket, priority = 'look') => queueOf(bucket).acquire(priority),
    waitMs: (bucket) => queueOf(bucket).waitMs(),
    release: (bucket) => queueOf(bucket).release(),
    report: (bucket, answer) => queueOf(bucket).report(answer),
  };
}
