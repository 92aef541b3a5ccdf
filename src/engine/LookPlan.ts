import type { Cadence } from '../timing/Cadence.js';
import type { CadenceEvent, CadenceState } from '../timing/cadenceStep.js';
import { CADENCE_START, cadenceStep } from '../timing/cadenceStep.js';

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
  #next: CadenceState = CADENCE_START;
  #event: CadenceEvent | undefined;
  #since = 0;

  /** Starts anew at a create's answer, or goes on at a look's. */
  tell(event: CadenceEvent, at: number): void {
    this.#state = event.type === 'begin' ? CADENCE_START : this.#next;
    this.#next = this.#state;
    this.#event = event;
    this.#since = at;
  }

  /**
   * The moment of the next look on the monotonic clock; `undefined` before anything is known of the
   * job, which means at once. Cadences that throw do not count.
   */
  due(cadences: readonly PlannedCadence[]): number | undefined {
    const event = this.#event;
    if (event === undefined) return undefined;
    let earliest = Infinity;
    const crashes: (() => void)[] = [];
    for (const { cadence, crash } of cadences) {
      try {
        const [next, commands] = cadenceStep(cadence)(this.#state, event);
        for (const { afterMs } of commands) {
          if (afterMs >= earliest) continue;
          earliest = afterMs;
          this.#next = next;
        }
      } catch (defect) {
        crashes.push(() => crash(defect));
      }
    }
    for (const crash of crashes) crash();
    return this.#since + earliest;
  }
}
