/** An estimate stays below this. @since 0.1.0 */
export const MOST_ESTIMATED = 0.95;

/** At the typical duration an estimate has come to about 0.81. */
const STEEPNESS = 1.9;

/** Progress and time left, guessed from elapsed time alone. @since 0.1.0 */
export interface Estimate {
  /** `[0, 0.95)` */
  readonly progress: number;
  /** Milliseconds, `>= 0`. */
  readonly etaMs: number;
}

/**
 * Guesses progress from a job's age: it grows for ever, ever more slowly, and stays below 0.95.
 *
 * @param ageMs - how long the job has been running
 * @param typicalMs - how long such jobs usually take, `> 0`
 * @since 0.1.0
 */
export function estimateAt(ageMs: number, typicalMs: number): Estimate {
  const age = Math.max(0, ageMs);
  const progress = MOST_ESTIMATED * (1 - Math.exp((-STEEPNESS * age) / typicalMs));
  return {
    progress: Math.min(progress, MOST_ESTIMATED - 1e-6),
    etaMs: Math.max(0, Math.round(typicalMs - age)),
  };
}
