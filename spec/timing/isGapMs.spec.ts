import { MAX_TIMER_MS } from '../../src/timing/clampDelayMs.js';
import { GAP_RULE, isGapMs } from '../../src/timing/isGapMs.js';

describe('isGapMs', () => {
  it.each([1, 1.5, 1_000, MAX_TIMER_MS])('takes %p', (ms) => {
    expect(isGapMs(ms)).toBe(true);
  });

  it.each([0, 0.9, -1, MAX_TIMER_MS + 1, Infinity, NaN, '5'])('refuses %p', (ms) => {
    expect(isGapMs(ms as number)).toBe(false);
  });

  it('keeps the range that its words give', () => {
    expect(GAP_RULE).toContain(`[1, ${MAX_TIMER_MS}]`);
  });
});
