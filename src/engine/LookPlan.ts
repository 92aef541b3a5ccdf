import type { Cadence } from '../timing/Cadence.js';
import type { CadenceEvent, CadenceState } from '../timing/cadenceStep.js';
import { CADENCE_START, cadenceStep } from '../timing/cadenceStep.js';

/**
 * When a job is to be looked at next, by the earliest of several cadences: drives `cadenceStep`.
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
   * job, which means at once.
   */
  due(cadences: readonly Cadence[]): number | undefined {
    const event = this.#event;
    if (event === undefined) return undefined;
    let earliest = Infinity;
    for (const cadence of cadences) {
      const [next, commands] = cadenceStep(cadence)(this.#state, event);
      for (const { afterMs } of commands) {
        if (afterMs >= earliest) continue;
        earliest = afterMs;
        this.#next = next;
      }
    }
    return this.#since + earliest;
  }
}
