import type { LimiterPriority } from '../contract/Limiter.js';

const HIGHEST_FIRST = ['submit', 'call', 'look'] as const satisfies readonly LimiterPriority[];

/** So often in a row a lower priority is passed over; then it is its turn. */
const MOST_PASSED_OVER = 4;

/**
 * Who waits for a token: first come, first served within a priority, higher priorities first, but a
 * lower one is not passed over more than five times in a row.
 *
 * @typeParam Waiter - whoever waits, told apart by identity
 * @since 0.1.0
 */
export class WaitingLine<Waiter extends object> {
  readonly #lines = new Map(HIGHEST_FIRST.map((priority) => [priority, new Set<Waiter>()]));
  readonly #passedOver = new Map<LimiterPriority, number>();

  /** How many wait. */
  get size(): number {
    return [...this.#lines.values()].reduce((sum, line) => sum + line.size, 0);
  }

  /** Waits at the end of its priority. */
  join(waiter: Waiter, priority: LimiterPriority): void {
    this.#lines.get(priority)?.add(waiter);
  }

  /** Waits no more. */
  leave(waiter: Waiter, priority: LimiterPriority): void {
    this.#lines.get(priority)?.delete(waiter);
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
    return this.#takeFirst(turn);
  }

  #takeFirst(priority: LimiterPriority): Waiter | undefined {
    const line = this.#lines.get(priority);
    for (const waiter of line ?? []) {
      line?.delete(waiter);
      return waiter;
    }
    return undefined;
  }
}
