import { chanceOf } from '../draws.js';
import { TimerQueue } from './TimerQueue.js';
import type { Timer } from './TimerQueue.js';
import { Traffic } from './Traffic.js';

type Callback = (...args: unknown[]) => void;

const MAX_TIMER_MS = 2 ** 31 - 1;

/**
 * Time that stands still while anything is under way, and else jumps to the next timer: what takes an
 * hour is seen exactly, in moments, on any machine, over real sockets and with code that is not told.
 *
 * It takes the place of this process's timers and clocks.
 */
export class StandingClock {
  readonly #timers = new TimerQueue();
  readonly #traffic = new Traffic();
  readonly #startMs: number;
  readonly #mostLateMs: number;
  readonly #chance = chanceOf(1);
  #now: number;
  #order = 0;

  /**
   * @param startMs - what it shows first, epoch milliseconds
   * @param mostLateMs - how late timers are at most, by chance, in milliseconds
   */
  constructor(startMs: number, mostLateMs: number) {
    this.#mostLateMs = mostLateMs;
    this.#startMs = startMs;
    this.#now = startMs;
  }

  /** Replaces the globals; what they gave before keeps working. */
  install(): void {
    const now = (): number => this.#now;
    class StandingDate extends Date {
      constructor(...args: [] | [number | string | Date]) {
        if (args.length === 0) super(now());
        else super(...args);
      }

      static override now(): number {
        return now();
      }
    }
    const { clearTimeout: clearReal } = globalThis;
    const clear = (handle: unknown): void => {
      if (handle instanceof Handle) handle.close();
      else clearReal(handle as NodeJS.Timeout | undefined);
    };
    const once = (callback: Callback, ms?: unknown, ...args: unknown[]): Handle =>
      new Handle(this, () => callback(...args), gapOf(ms), false);
    const often = (callback: Callback, ms?: unknown, ...args: unknown[]): Handle =>
      new Handle(this, () => callback(...args), gapOf(ms), true);
    Object.assign(globalThis, {
      setTimeout: once,
      setInterval: often,
      clearTimeout: clear,
      clearInterval: clear,
      Date: StandingDate,
    });
    Object.defineProperty(performance, 'now', { value: () => this.#now - this.#startMs });
  }

  /** Plans something; gives the timer, so that it can be canceled. */
  plan(gapMs: number, run: () => void): Timer {
    const lateMs = Math.floor(this.#chance() * (this.#mostLateMs + 1));
    const timer = {
      at: this.#now + gapMs + lateMs,
      order: (this.#order += 1),
      run,
      canceled: false,
    };
    this.#timers.push(timer);
    return timer;
  }

  /** Lets time pass until the work is done. */
  async passUntil<T>(work: Promise<T>): Promise<T> {
    let done = false;
    const over = (): void => {
      done = true;
    };
    work.then(over, over);
    for (;;) {
      await this.#traffic.quiet();
      if (done) return work;
      const next = this.#timers.pop();
      if (next === undefined) throw new Error('nothing is under way, and nothing is planned');
      this.#now = Math.max(this.#now, next.at);
      next.run();
    }
  }
}

/** As timers of Node: whole milliseconds, at least 1; what is no number, or too long, is 1 ms. */
function gapOf(ms: unknown): number {
  const gap = Number(ms);
  return gap >= 1 && gap <= MAX_TIMER_MS ? Math.trunc(gap) : 1;
}

/** What `setTimeout` gives. */
class Handle {
  readonly #clock: StandingClock;
  readonly #callback: () => void;
  readonly #gapMs: number;
  readonly #repeats: boolean;
  #timer: Timer;

  constructor(clock: StandingClock, callback: () => void, gapMs: number, repeats: boolean) {
    this.#clock = clock;
    this.#callback = callback;
    this.#gapMs = gapMs;
    this.#repeats = repeats;
    this.#timer = clock.plan(gapMs, () => this.#fire());
  }

  refresh(): this {
    this.#timer.canceled = true;
    this.#timer = this.#clock.plan(this.#gapMs, () => this.#fire());
    return this;
  }

  close(): this {
    this.#timer.canceled = true;
    return this;
  }

  [Symbol.dispose](): void {
    this.close();
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  hasRef(): boolean {
    return true;
  }

  #fire(): void {
    if (this.#repeats) this.refresh();
    this.#callback();
  }
}
