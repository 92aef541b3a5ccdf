import fc from 'fast-check';
import type { Duration, Durations } from '../../src/timing/Durations.js';
import { MOST_DURATIONS } from '../../src/timing/Durations.js';

/** Durations that a watch could have seen: a range of any width, from milliseconds to weeks. */
export const anyDuration: fc.Arbitrary<Duration> = fc
  .tuple(fc.double({ min: 0, max: 21, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([size, share]) => {
    const byMs = 1 + Math.exp(size);
    return { afterMs: share * byMs, byMs };
  });

export const anyDurations = (fewest = 0): fc.Arbitrary<Durations> =>
  fc
    .array(anyDuration, { minLength: fewest, maxLength: MOST_DURATIONS })
    .map((ended) => ({ ended }));

/** Durations known to the millisecond. */
export const exactly = (...ages: readonly number[]): readonly Duration[] =>
  ages.map((age) => ({ afterMs: age - 1, byMs: age }));

/** So many ages, evenly from one to another, in an order of their own. */
export const evenly = (count: number, fromMs: number, toMs: number): readonly number[] =>
  Array.from({ length: count }, (_, place) => {
    const mixed = (place * 0.618_033_988_75) % 1;
    return fromMs + mixed * (toMs - fromMs);
  });
