/**
 * Creates that the vendor refused because too many of the account's jobs are under way, in line for
 * the end of one of them.
 *
 * @since 0.1.0
 */
export class SlotQueue {
  readonly #waiting = new Set<() => void>();

  /**
   * Joins the line.
   *
   * @returns leaves it
   */
  wait(then: () => void): () => void {
    this.#waiting.add(then);
    return () => this.#waiting.delete(then);
  }

  /** One job has ended: who has waited longest may try again. */
  free(): void {
    for (const then of this.#waiting) {
      this.#waiting.delete(then);
      return then();
    }
  }
}
