import fc from 'fast-check';
import { stepOfProgress } from '../../src/timing/stepOfProgress.js';

const learned = (reports: readonly number[]) =>
  reports.reduce((step, progress) => stepOfProgress(progress, step), 1);

describe('stepOfProgress', () => {
  it.each([
    [[0], 1],
    [[0.1], 0.1],
    [[0.3, 0.4, 0.7], 0.1],
    [[0.05], 0.05],
    [[0.3, 0.35], 0.05],
    [[0.3, 0.35, 0.36], 0.01],
    [[0.29], 0.01],
    [[0.29, 0.3], 0.01],
    [[0.123], 0.001],
    [[1 / 3], 0.0001],
  ])('takes %p for reports in steps of %p', (reports, step) => {
    expect(learned(reports)).toBe(step);
  });

  it('knows whole percents however they were divided', () => {
    for (let percent = 1; percent < 100; percent += 1) {
      expect(learned([percent / 100, 0.07])).toBe(0.01);
      expect(learned([percent * 0.01, 0.07])).toBe(0.01);
    }
  });

  it('never becomes coarser', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (reports) => {
        let step = 1;
        for (const progress of reports) {
          const next = stepOfProgress(progress, step);
          expect(next).toBeLessThanOrEqual(step);
          expect(next).toBeGreaterThan(0);
          step = next;
        }
      }),
    );
  });
});
