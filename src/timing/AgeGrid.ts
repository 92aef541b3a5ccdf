import type { Duration } from './Durations.js';

/** How far it reaches below the shortest and above the longest duration, as a factor: e to this. */
const MARGIN = 1.4;
const FINEST = 0.006;
const MOST_CELLS = 2_000;

/** A job that was seen to end at its first look ended no sooner than at this share of its age then. */
const SOONEST = 0.1;

/**
 * Ages at which a look may be planned, each the same factor above the one before, around the
 * durations that were seen. Cell `c` holds the ages above `ages[c - 1]`, up to `ages[c]`.
 *
 * @since 0.1.0
 */
export class AgeGrid {
  /** Milliseconds, rising. */
  readonly ages: Float64Array;
  /** The logarithm of the factor from one age to the next. */
  readonly step: number;
  readonly #from: number;

  /**
   * @param ended - one or more durations
   */
  constructor(ended: readonly Duration[]) {
    let shortest = Infinity;
    let longest = 1;
    for (const { afterMs, byMs } of ended) {
      shortest = Math.min(shortest, Math.max(afterMs, byMs * SOONEST, 1));
      longest = Math.max(longest, byMs);
    }
    this.#from = Math.log(Math.min(shortest, longest)) - MARGIN;
    const width = Math.log(longest) + MARGIN - this.#from;
    const cells = Math.min(MOST_CELLS, Math.ceil(width / FINEST));
    this.step = width / cells;
    this.ages = new Float64Array(cells + 1);
    for (let cell = 0; cell <= cells; cell += 1) {
      this.ages[cell] = Math.exp(this.#from + cell * this.step);
    }
  }

  /** The age before a cell: 0 for the first. */
  startOf(cell: number): number {
    return cell === 0 ? 0 : this.ages[cell - 1]!;
  }

  /** The cell that holds an age: the first and the last hold all that lies beyond. */
  cellOf(ageMs: number): number {
    const cell = Math.ceil((Math.log(ageMs) - this.#from) / this.step);
    return cell > 0 ? Math.min(cell, this.ages.length - 1) : 0;
  }
}
