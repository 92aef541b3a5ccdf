import { asyncScheduler, map, mergeMap, of, ReplaySubject, takeUntil, timer } from 'rxjs';
import type { Observable, SchedulerLike } from 'rxjs';
import type { JobScript, PacedScript } from './JobScript.js';
import { seededRandom } from './seededRandom.js';
import type { Random } from './seededRandom.js';
import { checkSimulationOptions } from './SimulationOptions.js';
import type { SimulationOptions } from './SimulationOptions.js';

const MAX_TIMER_MS = 2 ** 31 - 1;
const QUICK_MS: readonly [number, number] = [1000, 3000];

/** What all simulated vendors share: time, chance, pace and an end. @since 0.1.0 */
export class World {
  readonly options: SimulationOptions;
  readonly scheduler: SchedulerLike;
  readonly #closed = new ReplaySubject<void>(1);
  #momentMs: number | undefined;

  /**
   * @param options - how the world goes
   * @throws RangeError when an option is out of its range
   */
  constructor(options: SimulationOptions) {
    checkSimulationOptions(options);
    this.options = options;
    this.scheduler = options.scheduler ?? asyncScheduler;
  }

  /** Epoch milliseconds. */
  now(): number {
    return this.#momentMs ?? this.scheduler.now();
  }

  /** Does work during which no time passes: an answer shows one moment, however long it is written. */
  atOnce<T>(work: () => T): T {
    const outer = this.#momentMs;
    this.#momentMs = outer ?? this.scheduler.now();
    try {
      return work();
    } finally {
      this.#momentMs = outer;
    }
  }

  /** A moment as ISO 8601 text; now unless told, epoch milliseconds. */
  isoTime(atMs: number = this.now()): string {
    return new Date(atMs).toISOString();
  }

  /** Chance for one purpose, the same for every world of this seed. */
  random(...labels: readonly (string | number)[]): Random {
    return seededRandom(this.options.seed ?? 1, ...labels);
  }

  /**
   * Fills in how long a job takes.
   *
   * @param script - what is told about the job
   * @param typicalMs - from and to, as the vendor names it
   * @param random - the job's own chance
   */
  paced(script: JobScript, typicalMs: readonly [number, number], random: Random): PacedScript {
    const { pace = 'quick', durationMs: fixedMs } = this.options;
    const [from, to] = pace === 'quick' ? QUICK_MS : typicalMs;
    const drawnMs = (from + random() * (to - from)) * (typeof pace === 'number' ? pace : 1);
    const durationMs = script.durationMs ?? fixedMs ?? Math.round(drawnMs);
    const queuedShare = 0.1 + 0.1 * random();
    const queuedMs = script.queuedMs ?? Math.round(durationMs * queuedShare);
    return { ...script, durationMs, queuedMs };
  }

  /** The value after a delay in milliseconds: at once when there is none, never once the world is closed. */
  after<T>(delayMs: number, value: () => T): Observable<T> {
    return this.#until(this.now() + delayMs).pipe(map(value), takeUntil(this.#closed));
  }

  /** Timers may fire a moment early by the wall clock, and hold 2^31 - 1 ms at most: looks again. */
  #until(atMs: number): Observable<unknown> {
    const leftMs = Math.min(atMs - this.now(), MAX_TIMER_MS);
    if (!(leftMs > 0)) return of(atMs);
    return timer(leftMs, this.scheduler).pipe(mergeMap(() => this.#until(atMs)));
  }

  /** Emits once the world is closed, also to those who come later. */
  get closed$(): Observable<void> {
    return this.#closed;
  }

  /** Ends everything that is held back. */
  close(): void {
    this.#closed.next();
    this.#closed.complete();
  }
}
