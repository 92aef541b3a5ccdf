import type { Survival } from './Survival.js';

/** At most so many jobs may have ended before the first held look. */
const MOST_ENDED = 0.024;

/** So many are reckoned with: shorter holds are worth next to nothing anyway. */
const MOST_HOLDS = 500;

/**
 * The age at which the first look that is held open costs least, in requests and in lag of the jobs
 * that ended before it.
 *
 * @param holdMs - how long each look is held open
 * @param requestMs - what a request is worth
 * @since 0.1.0
 */
export function holdAt({ grid, ended, area }: Survival, holdMs: number, requestMs: number): number {
  const { ages } = grid;
  const last = ages[ages.length - 1]!;
  const everyMs = Math.max(holdMs, last / MOST_HOLDS);
  const stillAfter = (ageMs: number): number => {
    let requests = 0;
    for (let age = ageMs + everyMs; age < last; age += everyMs) {
      requests += 1 - ended[grid.cellOf(age)]!;
    }
    return requests;
  };
  let best = 0;
  let least = requestMs * stillAfter(0);
  for (let cell = 0; ended[cell]! <= MOST_ENDED; cell += 1) {
    const cost = requestMs * stillAfter(ages[cell]!) + area[cell]!;
    if (cost < least) [least, best] = [cost, ages[cell]!];
  }
  return best;
}
