import type { Cadence } from '../timing/Cadence.js';
import type { CadenceEvent, CadenceState } from '../timing/cadenceStep.js';
import { CADENCE_START, cadenceStep } from '../timing/cadenceStep.js';
import { defaultCadence } from '../timing/defaultCadence.js';

/** What is told of an answer: the rest of a `CadenceEvent` is asked for when it is needed. @since 0.1.0 */
export type Answered = Pick<CadenceEvent, 'serverHintMs' | 'random'>;

/** What a kind of job and its last snapshot tell a cadence. @since 0.1.0 */
export type Circumstances = Pick<CadenceEvent, 'ageMs' | 'phase' | 'progress' | 'typicalMs' | 'durations'>;

/** One of several cadences, and who is to be told if it throws. @since 0.1.0 */
export interface PlannedCadence {
  readonly cadence: Cadence;
  readonly crash: (defect: unknown) => void;
}

/**
 * When a job is to be looked at next, by the earliest of several cadences: drives `cadenceStep`.
 *
 * @since 0.1.0
 */
export class LookPlan {
  #state: CadenceState = CADENCE_START;
  /** What the state has to be told yet. */
  #type: CadenceEvent['type'] = 'again';
  #isTold = false;
  #serverHintMs: number | undefined;
  #random = 0;
  #at = 0;

  /** When the last answer came, on the monotonic clock. */
  get since(): number {
    return this.#at;
  }

  /** Starts anew at a create's answer, or goes on at a look's. */
  tell(type: 'begin' | 'answered', { serverHintMs, random }: Answered, at: number): void {
    // Nobody watched: that look counts all the same.
    if (this.#type === 'answered') this.#state = this.#step(defaultCadence, { ageMs: 0 })[0];
    if (type === 'begin') this.#state = CADENCE_START;
    this.#type = type;
    this.#isTold = true;
    this.#serverHintMs = serverHintMs;
    this.#random = random;
    this.#at = at;
  }

  /**
   * The moment of the next look on the monotonic clock; `undefined` before anything is known of the
   * job, which means at once. Cadences that throw do not count.
   */
  due(cadences: readonly PlannedCadence[], circumstances: Circumstances): number | undefined {
    if (!this.#isTold) return undefined;
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
      this.#state = planned;
      this.#type = 'again';
    }
    for (const crash of crashes) crash();
    return this.#at + earliest;
  }

  #step(cadence: Cadence, circumstances: Circumstances) {
    const { ageMs, phase, progress, typicalMs, durations } = circumstances;
    const [serverHintMs, random] = [this.#serverHintMs, this.#random];
    const event = { type: this.#type, ageMs, phase, progress, serverHintMs, typicalMs, durations };
    return cadenceStep(cadence)(this.#state, { ...event, random });
  }
}
