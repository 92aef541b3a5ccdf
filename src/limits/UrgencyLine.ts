import type { Urgency } from '../contract/Limiter.js';

/** So many are asked for one token; of a longer line the next so many, in turns. */
const MOST_ASKED = 4_096;

/** Whoever came first is passed over this often, and this often again for each who was there before. */
const PASSED_OVER = { atLeast: 64, forEach: 4 } as const;

interface Place<Waiter> {
  readonly waiter: Waiter;
  readonly urgency: Urgency | undefined;
  /** The how manyth to come. */
  readonly nth: number;
  /** When so many were served in all, it is this one's turn as soon as it stands first. */
  readonly dueAfter: number;
}

/** What throws or is no number above 0 is not urgent. */
function valueOf(urgency: Urgency | undefined): number {
  try {
    const value: unknown = urgency?.();
    return typeof value === 'number' && value > 0 ? value : 0;
  } catch {
    return 0;
  }
}

/**
 * Who waits for a token, all of one priority: the most urgent is served first, among equals whoever
 * came first.
 *
 * Urgency is asked for whenever somebody is served. Who is never urgent waits longer than in the order
 * of coming, by a factor of about five at most. With more than 4,096 in line, the most urgent of the
 * next 4,096 is served, so that a serving costs the same however many wait.
 *
 * @typeParam Waiter - whoever waits, told apart by identity
 * @since 0.1.0
 */
export class UrgencyLine<Waiter extends object> {
  readonly #places = new Map<Waiter, Place<Waiter>>();
  /** Where the last serving of a long line stopped asking. */
  #round: Iterator<Place<Waiter>> | undefined;
  #joined = 0;
  #served = 0;
  /** How many have an urgency. */
  #urgent = 0;

  /** How many wait. */
  get size(): number {
    return this.#places.size;
  }

  /** Waits at the end. */
  join(waiter: Waiter, urgency?: Urgency): void {
    if (this.#places.has(waiter)) return;
    this.#joined += 1;
    if (urgency !== undefined) this.#urgent += 1;
    const { atLeast, forEach } = PASSED_OVER;
    const dueAfter = this.#served + atLeast + forEach * this.#places.size;
    this.#places.set(waiter, { waiter, urgency, nth: this.#joined, dueAfter });
  }

  /**
   * Waits no more.
   *
   * @returns whether it did wait
   */
  leave(waiter: Waiter): boolean {
    const place = this.#places.get(waiter);
    if (place?.urgency !== undefined) this.#urgent -= 1;
    return this.#places.delete(waiter);
  }

  /** Takes out whose turn it is. */
  next(): Waiter | undefined {
    for (const first of this.#places.values()) {
      const inOrder = this.#urgent === 0 || this.#served >= first.dueAfter;
      const { waiter } = inOrder ? first : this.#mostUrgent(first);
      // A function of the user's may have made it leave.
      if (!this.leave(waiter)) continue;
      this.#served += 1;
      return waiter;
    }
    return undefined;
  }

  #mostUrgent(first: Place<Waiter>): Place<Waiter> {
    let best = first;
    let most = -1;
    for (const place of this.#asked()) {
      const value = valueOf(place.urgency);
      if (value < most || (value === most && place.nth > best.nth)) continue;
      best = place;
      most = value;
    }
    return best;
  }

  *#asked(): Iterable<Place<Waiter>> {
    if (this.#places.size <= MOST_ASKED) {
      this.#round = undefined;
      yield* this.#places.values();
      return;
    }
    for (let count = 0; count < MOST_ASKED; count += 1) {
      this.#round ??= this.#places.values();
      const { done, value } = this.#round.next() as IteratorResult<Place<Waiter>, undefined>;
      if (done === true) this.#round = undefined;
      else yield value;
    }
  }
}
