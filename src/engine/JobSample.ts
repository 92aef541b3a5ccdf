import { sampleSize } from '../timing/sampleSize.js';

/** A job that takes so many times longer than all before gives its place to another. */
const STUCK = 8;

/**
 * The jobs at work of one kind, a few of which are learned from: of a crowd, its longest would be all that
 * is remembered.
 *
 * @since 0.1.0
 */
export class JobSample {
  #atWork = 0;
  /** When each was born that is learned from, on the monotonic clock; those that came first lead. */
  readonly #bornAt = new Map<object, number>();

  /**
   * One more job is at work.
   *
   * @param now - on the monotonic clock
   * @param longestMs - how long any has taken so far
   */
  enter(job: object, bornAt: number, now: number, longestMs: number): void {
    this.#atWork += 1;
    const size = sampleSize(this.#atWork);
    if (this.#bornAt.size >= size) this.#removeStuck(now - STUCK * longestMs);
    if (this.#bornAt.size < size) this.#bornAt.set(job, bornAt);
  }

  /**
   * A job that has entered is no longer at work, or nobody looks any more.
   *
   * @returns whether it is one of those that are learned from
   */
  leave(job: object): boolean {
    this.#atWork -= 1;
    return this.#bornAt.delete(job);
  }

  #removeStuck(bornBefore: number): void {
    for (const [job, bornAt] of this.#bornAt) {
      if (bornAt < bornBefore) this.#bornAt.delete(job);
      return;
    }
  }
}
