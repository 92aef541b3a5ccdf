import { Observable } from 'rxjs';
import type { Subscriber } from 'rxjs';
import type { Clock } from '../contract/Clock.js';
import type { Bucket, LimiterPriority, RateAnswer, Urgency } from '../contract/Limiter.js';
import { RateLimited } from '../errors/RateLimited.js';
import { MAX_RETRY_AFTER_MS } from '../timing/retryStep.js';
import type { BucketLevel } from './BucketLevel.js';
import { atRate, correctLevel, fullBucket, isFull, returnToken, takeToken } from './BucketLevel.js';
import { InFlight } from './InFlight.js';
import { LearnedRate } from './LearnedRate.js';
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
  readonly #clock: Clock;
  readonly #line = new WaitingLine<Subscriber<void>>();
  readonly #inFlight = new InFlight();
  /** Of a bucket without a documented rate. */
  readonly #learned: LearnedRate | undefined;
  #level: BucketLevel;
  #stopTimer: (() => void) | undefined;

  /** @param slackMs - see {@link fullBucket} */
  constructor(bucket: Bucket, clock: Clock, slackMs = 0) {
    this.#clock = clock;
    this.#level = fullBucket(bucket, clock.monotonic(), slackMs);
    this.#learned = bucket.perMinute === Infinity ? new LearnedRate() : undefined;
  }

  /** Nobody waits, and nothing of what was taken or said is left: a new one would be the same. */
  get isResting(): boolean {
    const now = this.#clock.monotonic();
    this.#learn(now);
    return this.#line.size === 0 && isFull(this.#level, now);
  }

  /** Cold: each subscription asks for one token. */
  acquire(priority: LimiterPriority, urgency?: Urgency): Observable<void> {
    return new Observable<void>((subscriber) => {
      this.#line.join(subscriber, priority, urgency);
      this.#serve();
      return () => {
        this.#line.leave(subscriber, priority);
        if (this.#line.size === 0) this.#sleep();
      };
    });
  }

  /** How long until a token lies ready, were nobody in line; in milliseconds, 0 for now. */
  waitMs(): number {
    const now = this.#clock.monotonic();
    this.#learn(now);
    return takeToken(this.#level, now)[1];
  }

  release(): void {
    this.#level = returnToken(this.#level, this.#clock.monotonic());
    this.#inFlight.stay();
    this.#serve();
  }

  /** Corrects the bucket; whoever waits finds it so when the timer rings, or is refused now. */
  report(answer: RateAnswer): void {
    const now = this.#clock.monotonic();
    if (this.#learned === undefined) {
      this.#level = correctLevel(this.#level, answer, now, this.#inFlight.answered(now));
    } else {
      this.#learnFrom(answer, this.#learned, now);
    }
    this.#refuse();
  }

  #learnFrom(answer: RateAnswer, learned: LearnedRate, now: number): void {
    const { remaining, retryAfterMs = 0, status } = answer;
    // Nothing left is as good as a refusal: the next request would be.
    if (status === 429 || remaining === 0) learned.refuse(now, retryAfterMs);
    else learned.succeed(now);
    this.#learn(now);
    const { blockedUntil } = correctLevel(this.#level, answer, now);
    this.#level = { ...this.#level, blockedUntil };
  }

  #learn(now: number): void {
    const perMs = this.#learned?.perMs(now) ?? Infinity;
    const isOpen = perMs === Infinity && this.#level.perMs === Infinity;
    if (this.#learned !== undefined && !isOpen) this.#level = atRate(this.#level, perMs, now);
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
      const now = this.#clock.monotonic();
      this.#learn(now);
      const [level, waitMs] = takeToken(this.#level, now);
      this.#level = level;
      if (waitMs > 0) {
        this.#sleep(waitMs);
        return;
      }
      this.#hand();
    }
    this.#sleep();
  }

  #hand(): void {
    const subscriber = this.#line.next();
    if (this.#learned === undefined) this.#inFlight.leave(this.#clock.monotonic());
    subscriber?.next();
    subscriber?.complete();
  }

  #sleep(forMs?: number): void {
    this.#stopTimer?.();
    this.#stopTimer =
      forMs === undefined ? undefined : this.#clock.schedule(forMs, () => this.#serve());
  }
}
