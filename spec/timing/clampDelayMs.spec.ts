import fc from 'fast-check';
import { clampDelayMs, MAX_TIMER_MS } from '../../src/timing/clampDelayMs.js';

describe('clampDelayMs', () => {
  it('gives a whole number that a timer can hold, for any number', () => {
    fc.assert(
      fc.property(fc.double(), (delayMs) => {
        const clamped = clampDelayMs(delayMs);
        expect(Number.isInteger(clamped)).toBe(true);
        expect(clamped).toBeGreaterThanOrEqual(0);
        expect(clamped).toBeLessThanOrEqual(MAX_TIMER_MS);
      }),
    );
  });

  it('leaves whole numbers in the range alone, and never comes early', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MAX_TIMER_MS }), (delayMs) => {
        expect(clampDelayMs(delayMs)).toBe(delayMs);
      }),
    );
    fc.assert(
      fc.property(fc.double({ min: 0, max: MAX_TIMER_MS, noNaN: true }), (delayMs) => {
        expect(clampDelayMs(delayMs)).toBeGreaterThanOrEqual(delayMs);
      }),
    );
  });

  it('makes 0 of what is no number, and the most of what is too long', () => {
    expect([NaN, -1, -Infinity].map(clampDelayMs)).toEqual([0, 0, 0]);
    const others = [undefined, null, '5s', {}] as unknown as readonly number[];
    expect(others.map(clampDelayMs)).toEqual([0, 0, 0, 0]);
    expect([2 ** 31, Infinity].map(clampDelayMs)).toEqual([MAX_TIMER_MS, MAX_TIMER_MS]);
  });
});
