import fc from 'fast-check';
import { progressFraction } from '../../src/timing/progressFraction.js';

describe('progressFraction', () => {
  it.each([
    [0, 0],
    [0.42, 0.42],
    [0.999, 0.999],
    [1, 0.01],
    [42, 0.42],
    [100, 1],
    [101, 1],
  ])('takes %p for %p where no scale is documented', (value, fraction) => {
    expect(progressFraction(value)).toBeCloseTo(fraction, 12);
  });

  it('goes by the documented scale', () => {
    expect(progressFraction(1, 'fraction')).toBe(1);
    expect(progressFraction(1, 'percent')).toBe(0.01);
    expect(progressFraction(0.5, 'percent')).toBe(0.005);
    expect(progressFraction(7, 'fraction')).toBe(1);
  });

  it.each([NaN, Infinity, -Infinity, -0.1, -1])('takes %p for no progress', (value) => {
    expect(progressFraction(value)).toBeUndefined();
    expect(progressFraction(value, 'percent')).toBeUndefined();
  });

  it('is in [0, 1] or absent, for any number', () => {
    const anyScale = fc.constantFrom(undefined, 'fraction' as const, 'percent' as const);
    fc.assert(
      fc.property(fc.double(), anyScale, (value, scale) => {
        const fraction = progressFraction(value, scale);
        expect(fraction === undefined || (fraction >= 0 && fraction <= 1)).toBe(true);
      }),
    );
  });
});
