import fc from 'fast-check';
import type { Duration } from '../../src/timing/Durations.js';
import { MOST_DURATIONS, NO_DURATIONS, withDuration } from '../../src/timing/Durations.js';
import { anyDuration, anyDurations } from './ended.js';

describe('withDuration', () => {
  it('adds the newest last, and changes nothing in place', () => {
    fc.assert(
      fc.property(anyDurations(), anyDuration, (durations, duration) => {
        const before = JSON.stringify(durations);
        const { ended } = withDuration(durations, duration);
        expect(ended.at(-1)).toEqual(duration);
        expect(JSON.stringify(durations)).toBe(before);
      }),
    );
  });

  it('never remembers more than 64, and forgets the oldest', () => {
    let durations = NO_DURATIONS;
    for (let count = 1; count <= 3 * MOST_DURATIONS; count += 1) {
      durations = withDuration(durations, { afterMs: count - 1, byMs: count });
      const { ended } = durations;
      expect(ended.length).toBeLessThanOrEqual(MOST_DURATIONS);
      expect(ended.length).toBeGreaterThanOrEqual(Math.min(count, MOST_DURATIONS - 4));
      expect(ended.map(({ byMs }) => byMs)).toEqual(
        ended.map((_, place) => count - ended.length + 1 + place),
      );
    }
  });

  it('keeps the jobs before as the same objects', () => {
    const one = withDuration(NO_DURATIONS, { afterMs: 1, byMs: 2 });
    expect(withDuration(one, { afterMs: 3, byMs: 4 }).ended[0]).toBe(one.ended[0]);
  });

  it.each<Duration>([
    { afterMs: 2, byMs: 1 },
    { afterMs: -1, byMs: 1 },
    { afterMs: 0, byMs: 0 },
    { afterMs: NaN, byMs: 1 },
    { afterMs: 0, byMs: NaN },
    { afterMs: 0, byMs: Infinity },
  ])('takes no notice of %p', (duration) => {
    expect(withDuration(NO_DURATIONS, duration)).toBe(NO_DURATIONS);
  });
});
