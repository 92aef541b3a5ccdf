import type { LimiterPriority, Urgency } from '../contract/Limiter.js';
import { UrgencyLine } from './UrgencyLine.js';

const HIGHEST_FIRST = ['submit', 'call', 'look'] as const satisfies readonly LimiterPriority[];

/** So often in a row a lower priority is passed over; then it is its turn. */
const MOST_PASSED_OVER = 4;

/**
 * Who waits for a token: higher priorities first, but a lower one is not passed over more than five
 * times in a row; within a priority the most urgent first, and else first come, first served.
 *
 * @typeParam Waiter - whoever waits, told apart by identity
 * @since 0.1.0
 */
export class WaitingLine<Waiter extends object> {
  readonly #lines = new Map(HIGHEST_FIRST.map((priority) => [priority, new UrgencyLine<Waiter>()]));
  readonly #passedOver = new Map<LimiterPriority, number>();

  /** How many wait. */
  get size(): number {
    return [...this.#lines.values()].reduce((sum, line) => sum + line.size, 0);
  }

  /** Waits at the end of its priority. */
  join(waiter: Waiter, priority: LimiterPriority, urgency?: Urgency): void {
    this.#lines.get(priority)?.join(waiter, urgency);
  }

  /** Waits no more. */
  leave(waiter: Waiter, priority: LimiterPriority): void {
    this.#lines.get(priority)?.leave(waiter);
  }

  /** Takes out whose turn it is. */
  next(): Waiter | undefined {
    const waiting = HIGHEST_FIRST.filter((priority) => (this.#lines.get(priority)?.size ?? 0) > 0);
    const patient = (priority: LimiterPriority): boolean =>
      (this.#passedOver.get(priority) ?? 0) >= MOST_PASSED_OVER;
    const turn = [...waiting].reverse().find(patient) ?? waiting[0];
    if (turn === undefined) return undefined;
    for (const priority of waiting) {
      this.#passedOver.set(priority, (this.#passedOver.get(priority) ?? 0) + 1);
    }
    this.#passedOver.set(turn, 0);
    return this.#lines.get(turn)?.next();
  }
}
