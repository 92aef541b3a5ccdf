import { Observable } from 'rxjs';
import type { Subscriber } from 'rxjs';
import type { Clock } from '../contract/Clock.js';
import type { Bucket, LimiterPriority, RateAnswer } from '../contract/Limiter.js';
import type { BucketLevel } from './BucketLevel.js';
import { correctLevel, fullBucket, returnToken, takeToken } from './BucketLevel.js';
import { WaitingLine } from './WaitingLine.js';

/** One bucket and those who wait for its tokens, with one timer for them all. @since 0.1.0 */
export class BucketQueue {
  readonly #clock: Clock;
  readonly #line = new WaitingLine<Subscriber<void>>();
  #level: BucketLevel;
  #stopTimer: (() => void) | undefined;

  constructor(bucket: Bucket, clock: Clock) {
    this.#clock = clock;
    this.#level = fullBucket(bucket, clock.monotonic());
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

  release(): void {
    this.#level = returnToken(this.#level, this.#clock.monotonic());
    this.#serve();
  }

  /** Brings the bucket down; whoever waits finds it so when the timer rings. */
  report(answer: RateAnswer): void {
    this.#level = correctLevel(this.#level, answer, this.#clock.monotonic());
  }

  /** Hands out what lies ready; whoever is served may acquire, release or report in the middle. */
  #serve(): void {
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
