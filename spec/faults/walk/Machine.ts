import { Agenda } from './Agenda.js';
import type { Entry } from './Agenda.js';

/** What a timer can hold; Node takes more for 1 ms. */
const MOST_TIMER_MS = 2 ** 31 - 1;

const MINUTE_MS = 60_000;

/** A moment that nobody takes for milliseconds since the start. */
const START = Date.UTC(2026, 10, 22);

/** A timer as the platform gives it out; `clearTimeout` takes it back. */
interface Timer {
  readonly repeatMs: number | undefined;
  readonly work: () => void;
  entry: Entry | undefined;
}

type SetTimer = (work: (...given: never[]) => void, ms?: number, ...given: never[]) => Timer;

/**
 * A computer with a network, in virtual time: it stands for the platform while it is installed, so
 * that what runs on it uses the timers and the clocks it always uses.
 *
 * There are three sorts of events: what happens elsewhere, timers, and what the network brings. A
 * computer that stands still misses the last two, and then takes the timers first.
 */
export class Machine {
  readonly #elsewhere = new Agenda();
  readonly #timers = new Agenda();
  readonly #arrivals = new Agenda();
  readonly #overflows: number[] = [];
  #numbers = 0;
  #now = 0;
  #wall = START;
  #hidden = false;

  /** Milliseconds since the start; never jumps. */
  get now(): number {
    return this.#now;
  }

  /** What the clock on the wall shows. */
  get wall(): number {
    return this.#wall + this.#now;
  }

  /** What a clock shows that nobody sets, such as the vendor's. */
  get trueWall(): number {
    return START + this.#now;
  }

  /** How many timers wait. */
  get timers(): number {
    return this.#timers.size;
  }

  /** Delays that no timer can hold. */
  get overflows(): readonly number[] {
    return this.#overflows;
  }

  /** Sets the clock on the wall. */
  jump(byMs: number): void {
    this.#wall += byMs;
  }

  /** In a hidden tab, timers fire once a minute. */
  hide(hidden: boolean): void {
    this.#hidden = hidden;
  }

  /** Does something elsewhere, such as at the vendor. */
  elsewhere(afterMs: number, work: () => void): void {
    this.#elsewhere.add(this.#entry(afterMs, work));
  }

  /** Has the network bring something. */
  arrive(afterMs: number, work: () => void): () => void {
    const entry = this.#entry(afterMs, work);
    this.#arrivals.add(entry);
    return () => this.#arrivals.cancel(entry);
  }

  /** Lets time pass; ends early once the condition holds. */
  run(forMs: number, until: () => boolean = () => false): void {
    const end = this.#now + forMs;
    while (!until()) {
      const next = this.#next();
      if (next === undefined || next.at > end) break;
      this.#now = Math.max(this.#now, next.at);
      next.agenda.take()?.work();
    }
    if (!until()) this.#now = end;
  }

  /** The computer stands still: the world goes on without it. */
  stall(forMs: number): void {
    const end = this.#now + forMs;
    for (let { first } = this.#elsewhere; first !== undefined; { first } = this.#elsewhere) {
      if (first.dueAt > end) break;
      this.#now = Math.max(this.#now, first.dueAt);
      this.#elsewhere.take()?.work();
    }
    this.#now = end;
    // What they set is not due in the same turn.
    while ((this.#timers.first?.dueAt ?? Infinity) <= end) this.#timers.take()?.work();
  }

  /** Puts this computer in the place of the platform's. */
  install(): () => void {
    const { setTimeout, setInterval, clearTimeout, clearInterval, performance } = globalThis;
    const { now } = Date;
    const set =
      (repeats: boolean): SetTimer =>
      (work, ms = 0, ...given) =>
        this.#setTimer(() => work(...given), ms, repeats);
    const clear = (timer: Timer | undefined): void => this.#clearTimer(timer);
    Object.assign(globalThis, { clearTimeout: clear, clearInterval: clear });
    Object.assign(globalThis, { setTimeout: set(false), setInterval: set(true) });
    Object.defineProperty(globalThis, 'performance', {
      value: { now: () => this.#now },
      configurable: true,
      writable: true,
    });
    Date.now = () => this.wall;
    return () => {
      Object.assign(globalThis, { setTimeout, setInterval, clearTimeout, clearInterval });
      Object.assign(globalThis, { performance });
      Date.now = now;
    };
  }

  #entry(afterMs: number, work: () => void): Entry {
    this.#numbers += 1;
    return { dueAt: this.#now + afterMs, number: this.#numbers, work, waits: true };
  }

  #setTimer(work: () => void, ms: number, repeats: boolean): Timer {
    if (ms > MOST_TIMER_MS || Number.isNaN(ms)) this.#overflows.push(ms);
    const delayMs = ms >= 1 && ms <= MOST_TIMER_MS ? ms : 1;
    const timer: Timer = { repeatMs: repeats ? delayMs : undefined, work, entry: undefined };
    this.#start(timer, delayMs);
    return timer;
  }

  #start(timer: Timer, delayMs: number): void {
    timer.entry = this.#entry(delayMs, () => {
      timer.entry = undefined;
      if (timer.repeatMs !== undefined) this.#start(timer, timer.repeatMs);
      timer.work();
    });
    this.#timers.add(timer.entry);
  }

  #clearTimer(timer: Timer | undefined): void {
    if (timer?.entry === undefined) return;
    this.#timers.cancel(timer.entry);
    timer.entry = undefined;
  }

  /** What comes next, and when. */
  #next(): { readonly at: number; readonly agenda: Agenda } | undefined {
    const minutes = (dueAt: number): number => Math.ceil(dueAt / MINUTE_MS) * MINUTE_MS;
    const candidates = [this.#elsewhere, this.#timers, this.#arrivals].flatMap((agenda) => {
      const { first } = agenda;
      if (first === undefined) return [];
      const isLate = this.#hidden && agenda === this.#timers;
      return [{ at: isLate ? minutes(first.dueAt) : first.dueAt, agenda }];
    });
    return candidates.reduce<(typeof candidates)[number] | undefined>(
      (best, one) => (best === undefined || one.at < best.at ? one : best),
      undefined,
    );
  }
}
