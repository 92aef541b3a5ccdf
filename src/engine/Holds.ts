import type { Hold } from '../contract/JobKind.js';
import type { HoldState } from '../timing/holdStep.js';
import { holdStart, holdStep } from '../timing/holdStep.js';

/**
 * What one client has learned of a vendor's long-poll, shared by all its jobs of a kind.
 *
 * A longer hold is tried by one look at a time, so that a refusal costs one request.
 *
 * @since 0.1.0
 */
export class Holds {
  readonly #step;
  #state: HoldState;
  #trying: number | undefined;

  constructor(hold: Hold) {
    this.#step = holdStep(hold);
    this.#state = holdStart(hold);
  }

  /** What a look could ask for now, in milliseconds; `undefined`: ask plainly. */
  get holdMs(): number | undefined {
    const { holdMs, acceptedMs } = this.#state;
    return this.#isLonger && this.#trying !== undefined ? acceptedMs : holdMs;
  }

  /** The same, for a look that is made now. */
  open(): number | undefined {
    const holdMs = this.holdMs;
    if (this.#isLonger && this.#trying === undefined) this.#trying = holdMs;
    return holdMs;
  }

  /** Tells how a held look went; `left` when its end says nothing of the hold. */
  learn(type: 'accepted' | 'refused' | 'broken' | 'left', holdMs: number): void {
    if (this.#trying === holdMs) this.#trying = undefined;
    if (type !== 'left') this.#state = this.#step(this.#state, { type, holdMs })[0];
  }

  get #isLonger(): boolean {
    const { holdMs, acceptedMs } = this.#state;
    return holdMs !== undefined && acceptedMs !== undefined && holdMs > acceptedMs;
  }
}
