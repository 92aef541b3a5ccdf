import type { Pace } from '../../src/timing/paceStep.js';
import { wasMisled } from '../../src/timing/wasMisled.js';

const pace: Pace = {
  fromMs: 59_000,
  toMs: 60_000,
  trust: 0.9,
  step: 0.01,
  baseMs: 0,
  baseProgress: 0,
  lastMs: 30_000,
  lastProgress: 0.5,
};

describe('wasMisled', () => {
  it.each([
    ['ended within the window', 58_500, 59_500, false],
    ['may have ended within the window', 30_000, 90_000, false],
    ['ended less than a step before it', 58_000, 58_600, false],
    ['ended less than a step after it', 60_400, 61_000, false],
    ['ended well before it', 30_000, 58_000, true],
    ['outlived it', 61_000, 70_000, true],
  ])('of a job that %s', (_, afterMs, byMs, misled) => {
    expect(wasMisled(pace, { afterMs, byMs })).toBe(misled);
  });

  it('is so of every job whose reports contradicted each other', () => {
    const lost: Pace = { ...pace, trust: 0, toMs: Infinity };
    expect(wasMisled(lost, { afterMs: 58_500, byMs: 59_500 })).toBe(true);
  });

  it('cannot be said of a job whose reports foretold nothing', () => {
    const untold: Pace = { ...pace, toMs: Infinity };
    expect(wasMisled(untold, { afterMs: 58_500, byMs: 59_500 })).toBeUndefined();
    expect(wasMisled(undefined, { afterMs: 58_500, byMs: 59_500 })).toBeUndefined();
  });
});
