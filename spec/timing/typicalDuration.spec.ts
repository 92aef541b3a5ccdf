import fc from 'fast-check';
import { NO_DURATIONS } from '../../src/timing/Durations.js';
import { typicalDurationMs } from '../../src/timing/typicalDuration.js';
import { anyDurations, evenly, exactly } from './ended.js';

describe('typicalDurationMs', () => {
  it('is not known before any job has ended', () => {
    expect(typicalDurationMs(NO_DURATIONS)).toBeUndefined();
  });

  it('lies among the durations that were seen, and is the same when asked again', () => {
    fc.assert(
      fc.property(anyDurations(1), (durations) => {
        const typical = typicalDurationMs(durations)!;
        expect(typical).toBeGreaterThanOrEqual(
          Math.min(...durations.ended.map((one) => one.afterMs)),
        );
        expect(typical).toBeLessThanOrEqual(Math.max(...durations.ended.map((one) => one.byMs)));
        expect(typicalDurationMs(durations)).toBe(typical);
      }),
    );
  });

  it('is the one in the middle, which one odd job does not move', () => {
    const ended = exactly(...evenly(21, 30_000, 90_000));
    expect(typicalDurationMs({ ended })! / 60_000).toBeCloseTo(1, 1);
    expect(typicalDurationMs({ ended: [...ended, ...exactly(9e9)] })! / 60_000).toBeCloseTo(1, 0);
  });

  it('follows the vendor when it becomes faster', () => {
    const ended = exactly(...evenly(40, 55_000, 65_000), ...evenly(8, 20_000, 22_000));
    expect(typicalDurationMs({ ended })).toBeLessThan(23_000);
  });
});
