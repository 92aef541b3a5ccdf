/** What else was on its way when an answer came. @since 0.1.0 */
export interface Unanswered {
  /** Requests that the answer may not count yet. */
  readonly others: number;
  /** Whether nothing else was on its way for as long as its request was. */
  readonly alone: boolean;
}

/** A request has reached the vendor by then, or never will. */
const ARRIVES_WITHIN_MS = 10_000;

/** An answer that is this late may come after all, and be taken for another. */
const LATE_MS = 300_000;

/**
 * Which requests of a bucket are on their way: what an answer says of the bucket does not count them
 * yet, or not for sure.
 *
 * @since 0.1.0
 */
export class InFlight {
  /** When those without an answer left, oldest first. */
  #left: number[] = [];
  #alone = false;
  /** No answer is known to be the right one before this moment. */
  #mixedUntil = -Infinity;

  /** A request leaves. */
  leave(now: number): void {
    this.#forget(now);
    this.#alone = this.#left.length === 0 && now >= this.#mixedUntil;
    this.#left.push(now);
  }

  /** It was not sent after all. */
  stay(): void {
    this.#left.pop();
    this.#alone = false;
  }

  /** An answer came, as far as is known to the request that left first. */
  answered(now: number): Unanswered {
    this.#forget(now);
    const expected = this.#left.shift() !== undefined;
    return { others: this.#left.length, alone: expected && this.#alone };
  }

  #forget(now: number): void {
    const kept = this.#left.findIndex((left) => left > now - ARRIVES_WITHIN_MS);
    if (kept === 0 || this.#left.length === 0) return;
    this.#left = kept < 0 ? [] : this.#left.slice(kept);
    this.#mixedUntil = now + LATE_MS;
  }
}
