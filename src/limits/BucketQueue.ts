import { Observable } from 'rxjs';
import type { Subscriber } from 'rxjs';
import type { Clock } from '../contract/Clock.js';
import type { Bucket, LimiterPriority, RateAnswer } from '../contract/Limiter.js';
import { RateLimited } from '../errors/RateLimited.js';
import { MAX_RETRY_AFTER_MS } from '../timing/retryStep.js';
import type { BucketLevel } from './BucketLevel.js';
import { correctLevel, fullBucket, isFull, returnToken, takeToken } from './BucketLevel.js';
import { WaitingLine } from './WaitingLine.js';

const refusal = (retryAfterMs: number): RateLimited =>
  new RateLimited('the vendor asked for a pause of more than 15 minutes', {
    provider: 'rushes',
    operation: 'tokenBucket',
    retryable: true,
    retryAfterMs,
  });

/**
 * One bucket and those who wait for its tokens, with one timer for them all. A pause of more than 15
 * minutes that the vendor asked for is not waited out: all are refused until it has become shorter.
 *
 * @since 0.1.0
 */
export class BucketQueue {
  readonly #bucket: Bucket;
  readonly #clock: Clock;
  readonly #line = new WaitingLine<Subscriber<void>>();
  #level: BucketLevel;
  #stopTimer: (() => void) | undefined;

  constructor(bucket: Bucket, clock: Clock) {
    this.#bucket = bucket;
    this.#clock = clock;
    this.#level = fullBucket(bucket, clock.monotonic());
  }

  /** Nobody waits, and nothing of what was taken or said is left: a new one would be the same. */
  get isResting(): boolean {
    return this.#line.size === 0 && isFull(this.#level, this.#bucket, this.#clock.monotonic());
  }

  /** Cold: each subscription asks for one token. */
  acquire(priority: LimiterPriority): Observable<void> {
    return new Observable<void>((subscriber) => {
      this.#line.join(subscriber, priority);
      this.#serve();
      return () => {
        this.#line.leave(subscriber, priority);
        if (this.#line.size === 0) this.#sleep();
      };
    });
  }

  /** How long until a token lies ready, were nobody in line; in milliseconds, 0 for now. */
  waitMs(): number {
    return takeToken(this.#level, this.#clock.monotonic())[1];
  }

  release(): void {
    this.#level = returnToken(this.#level, this.#clock.monotonic());
    this.#serve();
  }

  /** Brings the bucket down; whoever waits finds it so when the timer rings, or is refused now. */
  report(answer: RateAnswer): void {
    this.#level = correctLevel(this.#level, answer, this.#clock.monotonic());
    this.#refuse();
  }

  #refuse(): void {
    const blockedMs = this.#level.blockedUntil - this.#clock.monotonic();
    if (blockedMs <= MAX_RETRY_AFTER_MS) return;
    for (let one = this.#line.next(); one !== undefined; one = this.#line.next()) {
      one.error(refusal(blockedMs));
    }
  }

  /** Hands out what lies ready; whoever is served may acquire, release or report in the middle. */
  #serve(): void {
    this.#refuse();
    while (this.#line.size > 0) {
      const [level, waitMs] = takeToken(this.#level, this.#clock.monotonic());
      this.#level = level;
      if (waitMs > 0) {
        this.#sleep(waitMs);
        return;
      }
      const subscriber = this.#line.next();
      subscriber?.next();
      subscriber?.complete();
    }
    this.#sleep();
  }

  #sleep(forMs?: number): void {
    this.#stopTimer?.();
    this.#stopTimer =
      forMs === undefined ? undefined : this.#clock.schedule(forMs, () => this.#serve());
  }
}
