import { AgeGrid } from './AgeGrid.js';
import type { DurationMass } from './durationMass.js';
import { durationMass } from './durationMass.js';
import type { Duration } from './Durations.js';
import { durationWeights } from './durationWeights.js';
import { foretold, requestsOverFixedGap } from './foretold.js';
import { Survival } from './Survival.js';

/** A share of fixed gap's requests that chance alone does not give; with few jobs, less. */
const PROVEN = 0.92;
const DOUBT = 1.2;

/**
 * What the durations of three or more jobs say of those to come.
 *
 * @since 0.1.0
 */
export class DurationStudy {
  readonly grid: AgeGrid;
  readonly survival: Survival;
  /** How long jobs take on average, in milliseconds. */
  readonly meanMs: number;
  /** The age by which all of them had ended. */
  readonly longestMs: number;
  readonly #seen: DurationMass;
  readonly #count: number;

  /**
   * @param ended - oldest first
   */
  constructor(ended: readonly Duration[]) {
    this.grid = new AgeGrid(ended);
    this.#seen = durationMass(ended, durationWeights(ended), this.grid);
    this.#count = ended.length;
    this.survival = foretold(this.grid, this.#seen);
    this.longestMs = ended.reduce((longest, { byMs }) => Math.max(longest, byMs), 0);
    this.meanMs = this.#seen.total.reduce(
      (sum, mass, cell) => sum + (mass * (this.grid.startOf(cell) + this.grid.ages[cell]!)) / 2,
      0,
    );
  }

  /** Whether looks chosen by age have proven to cost clearly less than a fixed gap of the same lag. */
  isWorthIt(requestMs: number): boolean {
    const ratio = requestsOverFixedGap(this.grid, this.#seen, requestMs, this.meanMs);
    return ratio < Math.min(PROVEN, 1 - DOUBT / this.#count);
  }

  /** The survival if age said nothing of the end. */
  memoryless(): Survival {
    const after = (ageMs: number): number => Math.exp(-ageMs / this.meanMs);
    const { ages } = this.grid;
    const mass = ages.map((age, cell) => after(this.grid.startOf(cell)) - after(age));
    return new Survival(this.grid, mass, after(ages[ages.length - 1]!));
  }
}
