import type { Duration, Durations, Lineage } from './Durations.js';
import { DURATIONS_AT_ONCE, lineageOf, MOST_DURATIONS } from './Durations.js';

/** Fewer ended jobs say nothing of those to come. @since 0.1.0 */
export const FEWEST_DURATIONS = 3;

const MOST_RECKONED = MOST_DURATIONS - DURATIONS_AT_ONCE;

/** Of so many, this many are reckoned with: what few say changes with each, what many say does not. */
const reckonedOf = (count: number): number => {
  const atOnce = count < 8 ? 1 : count < 32 ? DURATIONS_AT_ONCE / 2 : DURATIONS_AT_ONCE;
  return count - (count % atOnce);
};

interface Reckoned<T> {
  readonly ended: readonly Duration[];
  readonly result: T;
}

/**
 * Keeps what was reckoned from durations beside them, for as long as they are alive, and reckons anew
 * only when enough more are known. The result is a function of the durations alone.
 *
 * @param reckon - given {@link FEWEST_DURATIONS} or more, oldest first
 * @returns nothing where there are fewer
 * @since 0.1.0
 */
export function reckonOnce<T>(
  reckon: (ended: readonly Duration[]) => T,
): (durations: Durations) => T | undefined {
  const kept = new WeakMap<Durations, T>();
  const latest = new WeakMap<Lineage, Reckoned<T>>();

  return (durations) => {
    const known = kept.get(durations);
    if (known !== undefined) return known;
    const count = reckonedOf(durations.ended.length);
    if (count < FEWEST_DURATIONS) return undefined;
    const ended = durations.ended.slice(Math.max(0, count - MOST_RECKONED), count);
    const lineage = lineageOf(durations);
    const before = latest.get(lineage);
    const isSame =
      before?.ended.length === ended.length &&
      before.ended.every((duration, place) => duration === ended[place]);
    const result = isSame ? before.result : reckon(ended);
    latest.set(lineage, { ended, result });
    kept.set(durations, result);
    return result;
  };
}
