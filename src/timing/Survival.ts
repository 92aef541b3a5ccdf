import type { AgeGrid } from './AgeGrid.js';

/** Some job may outlive everything. */
const LEAST_BEYOND = 1e-7;

/**
 * The share of jobs that have ended by each age of a grid, and what waiting costs by it.
 *
 * @since 0.1.0
 */
export class Survival {
  /** `[0, 1]`, never falling. */
  readonly ended: Float64Array;
  /** The integral of that share from age 0, in milliseconds. */
  readonly area: Float64Array;

  /**
   * @param grid - the ages
   * @param mass - how much ends in each cell, in any unit
   * @param beyond - the share that ends after all of them, `[0, 1)`
   */
  constructor(
    readonly grid: AgeGrid,
    mass: Float64Array,
    beyond: number,
  ) {
    const { ages } = grid;
    this.ended = new Float64Array(ages.length);
    this.area = new Float64Array(ages.length);
    const within = 1 - Math.max(beyond, LEAST_BEYOND);
    const unit = mass.reduce((sum, one) => sum + one, 0) / within;
    let ended = 0;
    let area = 0;
    for (let cell = 0; cell < ages.length; cell += 1) {
      const before = ended;
      ended += mass[cell]! / unit;
      area += ((before + ended) / 2) * (ages[cell]! - grid.startOf(cell));
      this.ended[cell] = ended;
      this.area[cell] = area;
    }
  }

  /** How much later than its end a job is seen on average that was at work at one age and is looked at at another. */
  accruedLagMs(lookedAtMs: number, ageMs: number): number {
    if (!(ageMs > lookedAtMs)) return 0;
    const { ages } = this.grid;
    const last = ages[ages.length - 1]!;
    // Of what has outlived everything, half ends before it is twice as old.
    const outlived = (from: number): number => ageMs - from - from * Math.log(ageMs / from);
    if (lookedAtMs >= last) return outlived(lookedAtMs);
    const by = Math.min(ageMs, last);
    const [endedBefore, areaBefore] = this.#at(lookedAtMs);
    const [endedBy, areaBy] = this.#at(by);
    const within = areaBy - areaBefore - (by - lookedAtMs) * endedBefore;
    const after = (endedBy - endedBefore) * (ageMs - by) + (1 - endedBy) * outlived(by);
    return (within + (ageMs > last ? after : 0)) / (1 - endedBefore);
  }

  /** The share that has ended by an age, `[0, 1)`. */
  endedBy(ageMs: number): number {
    const { ages } = this.grid;
    const last = ages.length - 1;
    return ageMs >= ages[last]! ? this.ended[last]! : this.#at(ageMs)[0];
  }

  /** The share ended by an age, and its integral, both between the cells. */
  #at(ageMs: number): [number, number] {
    if (!(ageMs > 0)) return [0, 0];
    const { grid, ended, area } = this;
    const cell = grid.cellOf(ageMs);
    const from = grid.startOf(cell);
    const before = cell === 0 ? 0 : ended[cell - 1]!;
    const share = (ageMs - from) / (grid.ages[cell]! - from);
    const by = before + share * (ended[cell]! - before);
    const areaBefore = cell === 0 ? 0 : area[cell - 1]!;
    return [by, areaBefore + ((before + by) / 2) * (ageMs - from)];
  }
}
