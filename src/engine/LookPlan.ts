import type { Cadence } from '../timing/Cadence.js';
import type { CadenceEvent, CadenceState } from '../timing/cadenceStep.js';
import { CADENCE_START, cadenceStep } from '../timing/cadenceStep.js';
import { defaultCadence } from '../timing/defaultCadence.js';
import type { Pace } from '../timing/paceStep.js';
import { TimetableEntry } from './Timetable.js';

/** What a cadence is told, beside whether a look was answered and what its answer asked for. @since 0.1.0 */
export type Circumstances = Omit<CadenceEvent, 'type' | 'serverHintMs'>;

/** One of several cadences, and who is to be told if it throws. @since 0.1.0 */
export interface PlannedCadence {
  readonly cadence: Cadence;
  readonly crash: (defect: unknown) => void;
}

/**
 * When a job is to be looked at next, by the earliest of several cadences: drives `cadenceStep`.
 *
 * The first of the layers of a loop, which is one object: there may be a hundred thousand of them.
 *
 * @since 0.1.0
 */
export abstract class LookPlan extends TimetableEntry {
  #looks = CADENCE_START.looks;
  #lastGapMs: CadenceState['lastGapMs'];
  #gapMs: CadenceState['gapMs'];
  #pace: Pace | undefined;
  /** What the state has to be told yet. */
  #type: CadenceEvent['type'] = 'again';
  #serverHintMs: number | undefined;
  #at: number | undefined;

  /** When the last answer came, on the monotonic clock. */
  get since(): number {
    return this.#at ?? 0;
  }

  /** What the job's reports of progress said of its end, as far as it was planned from. */
  get pace(): Pace | undefined {
    return this.#pace;
  }

  /** Starts anew at a create's answer, or goes on at a look's. */
  protected tellPlan(type: 'begin' | 'answered', at: number, serverHintMs?: number): void {
    // Nobody watched: that look counts all the same.
    if (this.#type === 'answered') {
      this.#become(this.#step(defaultCadence, { ageMs: 0, random: 0 })[0]);
    }
    if (type === 'begin') this.#become(CADENCE_START);
    this.#type = type;
    this.#serverHintMs = serverHintMs;
    this.#at = at;
  }

  /**
   * The moment of the next look on the monotonic clock; `undefined` before anything is known of the
   * job, which means at once. Cadences that throw do not count.
   */
  protected nextLookAt(
    cadences: readonly PlannedCadence[],
    circumstances: Circumstances,
  ): number | undefined {
    const at = this.#at;
    if (at === undefined) return undefined;
    let earliest = Infinity;
    let planned: CadenceState | undefined;
    const crashes: (() => void)[] = [];
    for (const { cadence, crash } of cadences) {
      try {
        const [state, commands] = this.#step(cadence, circumstances);
        for (const { afterMs } of commands) {
          if (afterMs >= earliest) continue;
          earliest = afterMs;
          planned = state;
        }
      } catch (defect) {
        crashes.push(() => crash(defect));
      }
    }
    if (planned !== undefined) {
      this.#become(planned);
      this.#type = 'again';
    }
    for (const crash of crashes) crash();
    return at + earliest;
  }

  #become({ looks, lastGapMs, gapMs, pace }: CadenceState): void {
    this.#looks = looks;
    this.#lastGapMs = lastGapMs;
    this.#gapMs = gapMs;
    this.#pace = pace;
  }

  #step(cadence: Cadence, circumstances: Circumstances) {
    const state: CadenceState = {
      looks: this.#looks,
      lastGapMs: this.#lastGapMs,
      gapMs: this.#gapMs,
      pace: this.#pace,
    };
    const { ageMs, phase, progress, typicalMs, durations, random } = circumstances;
    return cadenceStep(cadence)(state, {
      type: this.#type,
      ageMs,
      phase,
      progress,
      serverHintMs: this.#serverHintMs,
      typicalMs,
      durations,
      random,
    });
  }
}
