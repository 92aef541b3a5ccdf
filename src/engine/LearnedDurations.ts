import type { Duration, Durations } from '../timing/Durations.js';
import { DURATIONS_AT_ONCE, NO_DURATIONS, withDuration } from '../timing/Durations.js';
import type { LookSchedule } from '../timing/lookSchedule.js';
import { lookSchedule } from '../timing/lookSchedule.js';
import type { Environment } from './Environment.js';
import type { DurationsOf } from './durationRecords.js';
import { readDurations, writeDurations } from './durationRecords.js';
import { JobSample } from './JobSample.js';

/** Up to so many, each is written at once; of more, a few are reckoned with together anyway. */
const FEW = 8;

/**
 * How long jobs of one kind took, as this client saw it and its store remembers it.
 *
 * @since 0.1.0
 */
export class LearnedDurations {
  readonly #environment: Environment;
  readonly #of: DurationsOf;
  #durations: Durations = NO_DURATIONS;
  #schedule: LookSchedule | undefined;
  readonly #sample = new JobSample();
  #longestMs = Infinity;
  #unwritten = 0;

  constructor(environment: Environment, of: DurationsOf) {
    this.#environment = environment;
    this.#of = of;
    readDurations(environment, of, (earlier) => {
      const all = [...earlier, ...this.#durations.ended];
      this.#become(all.reduce(withDuration, NO_DURATIONS));
    });
  }

  get durations(): Durations {
    return this.#durations;
  }

  /** When jobs of the kind are worth a look. */
  get schedule(): LookSchedule {
    this.#schedule ??= lookSchedule(this.#durations);
    return this.#schedule;
  }

  /** A job is at work, which was born at this moment of the monotonic clock, and is watched. */
  enter(job: object, bornAt: number): void {
    this.#sample.enter(job, bornAt, this.#environment.clock.monotonic(), this.#longestMs);
  }

  /**
   * A job that has entered is no longer at work, or no longer watched.
   *
   * @param duration - how long it took; absent where that was not seen
   */
  leave(job: object, duration?: Duration): void {
    if (this.#sample.leave(job) && duration !== undefined) this.#add(duration);
  }

  #add(duration: Duration): void {
    this.#become(withDuration(this.#durations, duration));
    this.#unwritten += 1;
    if (this.#durations.ended.length > FEW && this.#unwritten < DURATIONS_AT_ONCE) return;
    this.#unwritten = 0;
    writeDurations(this.#environment, this.#of, this.#durations);
  }

  #become(durations: Durations): void {
    if (durations === this.#durations) return;
    this.#durations = durations;
    this.#longestMs = Math.max(...durations.ended.map(({ byMs }) => byMs));
    this.#schedule = undefined;
  }
}
