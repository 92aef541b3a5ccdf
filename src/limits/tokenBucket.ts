import type { SchedulerLike } from 'rxjs';
import type { Limiter } from '../contract/Limiter.js';
import { clockOf } from '../contract/systemClock.js';
import type { InputIssue } from '../errors/InputIssue.js';
import { InvalidInput } from '../errors/InvalidInput.js';
import { BucketQueue } from './BucketQueue.js';

/** How fast {@link tokenBucket} lets through. @since 0.1.0 */
export interface TokenBucketRate {
  /** Tokens that come back in a minute, `> 0`; `Infinity` never waits but for `Retry-After`. */
  readonly perMinute: number;
  /** Most tokens that can lie ready, `>= 1`; so many pass at once. */
  readonly burst: number;
}

/** Options for {@link tokenBucket}. @since 0.1.0 */
export interface TokenBucketOptions {
  /** Gives the time; a virtual scheduler makes it virtual. @defaultValue `asyncScheduler` */
  readonly scheduler?: SchedulerLike;
}

function rateIssues({ perMinute, burst }: TokenBucketRate): readonly InputIssue[] {
  const rules: readonly (readonly [path: string, good: boolean, message: string])[] = [
    [
      'perMinute',
      typeof perMinute === 'number' && perMinute > 0,
      'must be a number of tokens a minute, greater than 0',
    ],
    ['burst', typeof burst === 'number' && burst >= 1, 'must be a number of tokens, at least 1'],
  ];
  return rules.filter(([, good]) => !good).map(([path, , message]) => ({ path, message }));
}

/**
 * One token bucket as a limiter for the `rateLimit` operator: what draws from it shares its tokens,
 * whatever bucket it asks for.
 *
 * It is full at first, and corrected by the answers that are reported to it. While a `Retry-After` of
 * more than 15 minutes runs, `acquire` errors with `RateLimited`. Without a rate it lets through
 * whatever comes, until a 429 is reported: then it finds out how much is too much.
 *
 * @param rate - see {@link TokenBucketRate}
 * @throws InvalidInput, at once, for numbers outside their ranges
 * @example
 * ```ts
 * import { tokenBucket } from 'rushes';
 *
 * const limiter = tokenBucket({ perMinute: 120, burst: 240 });
 * ```
 * @since 0.1.0
 */
export function tokenBucket(rate: TokenBucketRate, options: TokenBucketOptions = {}): Limiter {
  const issues = rateIssues(rate);
  if (issues.length > 0) {
    throw new InvalidInput(issues, { provider: 'rushes', operation: 'tokenBucket' });
  }
  const queue = new BucketQueue({ name: 'tokenBucket', ...rate }, clockOf(options.scheduler));
  return {
    acquire: (_bucket, priority = 'look', urgency) => queue.acquire(priority, urgency),
    waitMs: () => queue.waitMs(),
    release: () => queue.release(),
    report: (_bucket, answer) => queue.report(answer),
  };
}
