/** Nobody is slowed down to less than one request in ten seconds. */
const LEAST_PER_MS = 0.1 / 1_000;

/** A first refusal leaves at least one request a second: most often it was not meant for a steady flow. */
const FIRST_LEAST_PER_MS = 1 / 1_000;

/** What was under way at a cut is refused as well: that says nothing new for so long. */
const SAME_CAUSE_MS = 2_000;

/** In this time without a refusal the rate grows by as much as it was cut to. */
const DOUBLES_IN_MS = 60_000;

/** After this time without a refusal nothing is left of it. */
const FORGOTTEN_MS = 600_000;

/** Good answers are counted over this time. */
const COUNTED_MS = 10_000;

/**
 * How fast a vendor may be asked that documents no limit: as fast as one likes, until it refuses. Then
 * half of what went well, and from there on a little more each second: additive increase,
 * multiplicative decrease.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5681
 * @since 0.1.0
 */
export class LearnedRate {
  #cut: { readonly perMs: number; readonly at: number; readonly until: number } | undefined;
  #good = 0;
  #goodBefore = 0;
  #countedFrom = -Infinity;

  /** Requests a millisecond; `Infinity` where nothing was refused for ten minutes. */
  perMs(now: number): number {
    if (this.#cut === undefined) return Infinity;
    const { at, perMs } = this.#cut;
    if (now - at < FORGOTTEN_MS) {
      const growth = Math.max(perMs, FIRST_LEAST_PER_MS) / DOUBLES_IN_MS;
      return perMs + Math.max(0, now - at) * growth;
    }
    this.#cut = undefined;
    return Infinity;
  }

  /** A request was answered. */
  succeed(now: number): void {
    this.#count(now);
    this.#good += 1;
  }

  /**
   * A request was refused.
   *
   * @param blockedMs - for how long nothing is sent now
   */
  refuse(now: number, blockedMs: number): void {
    this.#count(now);
    const before = this.perMs(now);
    if (this.#cut !== undefined && now < this.#cut.until) {
      this.#cut = { ...this.#cut, until: Math.max(now + blockedMs, this.#cut.until) };
      return;
    }
    const well = (this.#good + this.#goodBefore) / COUNTED_MS;
    const least = before === Infinity ? FIRST_LEAST_PER_MS : LEAST_PER_MS;
    const perMs = Math.max(least, (before === Infinity ? well : before) / 2);
    this.#cut = { perMs, at: now + blockedMs, until: now + blockedMs + SAME_CAUSE_MS };
  }

  /** Two spans of half the time, the older one counted whole. */
  #count(now: number): void {
    const spans = Math.floor((now - this.#countedFrom) / (COUNTED_MS / 2));
    if (spans < 1) return;
    this.#goodBefore = spans === 1 ? this.#good : 0;
    this.#good = 0;
    this.#countedFrom = now;
  }
}
