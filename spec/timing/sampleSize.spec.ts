import fc from 'fast-check';
import { MOST_DURATIONS } from '../../src/timing/Durations.js';
import { sampleSize } from '../../src/timing/sampleSize.js';

describe('sampleSize', () => {
  it.each([1, 5, 12])('is at least as many as there are, of %p', (atWork) => {
    expect(sampleSize(atWork)).toBeGreaterThanOrEqual(atWork);
  });

  it('lets a crowd of hundreds fill about half of what is remembered', () => {
    expect(sampleSize(100)).toBe(24);
    expect(sampleSize(1_000)).toBe(37);
  });

  it('never falls, and is never more than is remembered of 50,000 jobs', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50_000 }), (atWork) => {
        expect(sampleSize(atWork + 1)).toBeGreaterThanOrEqual(sampleSize(atWork));
        expect(sampleSize(atWork)).toBeLessThanOrEqual(MOST_DURATIONS);
      }),
    );
  });
});
