import type { Clock } from '../contract/Clock.js';

/** One request's time. */
interface Limit {
  readonly dueAt: number;
  readonly expire: () => void;
}

/** Limits of one length: who came first is due first, so that one timer does for all. */
class EqualLimits {
  readonly #clock: Clock;
  readonly #ms: number;
  readonly #running = new Set<Limit>();
  #stopTimer: (() => void) | undefined;

  constructor(clock: Clock, ms: number) {
    this.#clock = clock;
    this.#ms = ms;
  }

  get isEmpty(): boolean {
    return this.#running.size === 0;
  }

  add(expire: () => void): Limit {
    const limit = { dueAt: this.#clock.monotonic() + this.#ms, expire };
    this.#running.add(limit);
    if (this.#stopTimer === undefined) this.#await(limit, this.#ms);
    return limit;
  }

  delete(limit: Limit): void {
    this.#running.delete(limit);
    if (this.isEmpty) this.#stop();
  }

  #stop(): void {
    this.#stopTimer?.();
    this.#stopTimer = undefined;
  }

  /** The one that the timer was for is due, whatever a clock says that lags behind its timers. */
  #await(first: Limit, ms: number): void {
    this.#stopTimer = this.#clock.schedule(ms, () => {
      this.#stopTimer = undefined;
      const now = this.#clock.monotonic();
      const due: Limit[] = [];
      for (const limit of this.#running) {
        if (limit !== first && limit.dueAt > now) {
          this.#await(limit, Math.ceil(limit.dueAt - now));
          break;
        }
        due.push(limit);
      }
      // One that expires may end others.
      for (const limit of due) if (this.#running.delete(limit)) limit.expire();
    });
  }
}

/** Keeps the time of many requests. @since 0.1.0 */
export interface TimeLimits {
  /**
   * Calls `expire` once after so many milliseconds.
   *
   * @returns forgets it; calling it twice is harmless
   */
  begin(ms: number, expire: () => void): () => void;
}

/**
 * Time limits that share timers: a timer of its own costs each request more than its limit is worth,
 * since hardly any comes to its end. While none runs, there is no timer.
 *
 * @since 0.1.0
 */
export function timeLimits(clock: Clock): TimeLimits {
  const byLength = new Map<number, EqualLimits>();
  return {
    begin(ms, expire) {
      const limits = byLength.get(ms) ?? new EqualLimits(clock, ms);
      byLength.set(ms, limits);
      const limit = limits.add(expire);
      return () => {
        limits.delete(limit);
        if (limits.isEmpty && byLength.get(ms) === limits) byLength.delete(ms);
      };
    },
  };
}
