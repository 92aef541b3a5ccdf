import { NO_DURATIONS } from '../../src/timing/Durations.js';
import type { Duration } from '../../src/timing/Durations.js';
import { paceRecord } from '../../src/timing/paceRecord.js';

const jobs = (count: number, misled?: boolean): readonly Duration[] =>
  Array.from({ length: count }, (_, at) => ({
    afterMs: 30_000 + 1_000 * at,
    byMs: 32_000 + 1_000 * at,
    misled,
  }));

describe('paceRecord', () => {
  it('takes few to mislead where nothing is known, and any duration for possible', () => {
    expect(paceRecord(NO_DURATIONS)).toEqual({
      lieOdds: 0.25 / 9,
      isReported: true,
      soonestMs: 0,
      latestMs: Infinity,
    });
  });

  it('counts honest and misleading jobs, and not those that told nothing', () => {
    const ended = [...jobs(6, false), ...jobs(3, true), ...jobs(9)];
    expect(paceRecord({ ended }).lieOdds).toBeCloseTo(3.25 / 15, 9);
  });

  it('believes in ends a little outside of what three jobs or more showed', () => {
    expect(paceRecord({ ended: jobs(2) })).toMatchObject({ soonestMs: 0, latestMs: Infinity });
    expect(paceRecord({ ended: jobs(3) })).toMatchObject({ soonestMs: 27_200, latestMs: 38_400 });
  });

  it('knows where none of three jobs or more reported anything', () => {
    expect(paceRecord({ ended: jobs(2) }).isReported).toBe(true);
    expect(paceRecord({ ended: jobs(3) }).isReported).toBe(false);
    expect(paceRecord({ ended: [...jobs(3), ...jobs(1, true)] }).isReported).toBe(true);
  });

  it('is reckoned once for the same durations', () => {
    const durations = { ended: jobs(3) };
    expect(paceRecord(durations)).toBe(paceRecord(durations));
  });
});
