import fc from 'fast-check';
import { defaultCadence } from '../../src/timing/defaultCadence.js';
import { NO_DURATIONS } from '../../src/timing/Durations.js';
import { lookSchedule } from '../../src/timing/lookSchedule.js';
import { anyDuration, anyDurations, evenly, exactly } from './ended.js';

const anyAge = fc.double({ min: 0, max: 1e10, noNaN: true });
const anyLag = fc.option(fc.integer({ min: 1, max: 2 ** 31 - 1 }), { nil: undefined });

describe('the schedule of a kind of which little is known', () => {
  const few = fc.array(anyDuration, { maxLength: 2 }).map((ended) => ({ ended }));

  it('is the default cadence', () => {
    fc.assert(
      fc.property(few, anyAge, (durations, ageMs) => {
        const gap = defaultCadence({ looks: ageMs > 0 ? 1 : 0, ageMs, random: 0 });
        expect(lookSchedule(durations).gapMs(ageMs)).toBe(gap);
        expect(lookSchedule(durations).holdAtMs(10_000)).toBe(0);
      }),
    );
  });

  it('holds a longer wait for more urgent, at any age', () => {
    const { accruedLagMs } = lookSchedule(NO_DURATIONS);
    fc.assert(
      fc.property(anyAge, anyAge, anyAge, (from, wait, more) => {
        const lag = accruedLagMs(from, from + wait);
        const least = 1e-6 * (1 + from + wait);
        expect(lag).toBeGreaterThanOrEqual(-least);
        expect(lag).toBeLessThanOrEqual(wait + least);
        expect(accruedLagMs(from, from + wait + more)).toBeGreaterThanOrEqual(lag - least);
        expect(accruedLagMs(from + wait, from)).toBe(0);
      }),
    );
  });
});

describe('a learned schedule', () => {
  it('gives a gap for every age, and never idles past a cap', () => {
    fc.assert(
      fc.property(anyDurations(3), anyAge, (durations, ageMs) => {
        const gap = lookSchedule(durations).gapMs(ageMs);
        expect(gap).toBeGreaterThanOrEqual(125);
        expect(gap).toBeLessThanOrEqual(300_000);
        const longest = Math.max(...durations.ended.map(({ byMs }) => byMs));
        const outlived = lookSchedule(durations).gapMs(longest * 1.01 + ageMs);
        expect(outlived).toBeLessThanOrEqual(30_000);
      }),
      { numRuns: 30 },
    );
  });

  it('gives a gap whatever lag is aimed at', () => {
    fc.assert(
      fc.property(anyDurations(3), anyAge, anyLag, (durations, ageMs, lagMs) => {
        const gap = lookSchedule(durations, { lagMs }).gapMs(ageMs);
        expect(gap).toBeGreaterThan(0);
        expect(gap).toBeLessThanOrEqual(300_000);
      }),
      { numRuns: 30 },
    );
  });

  it('is reckoned once for the same durations and aim', () => {
    const durations = { ended: exactly(...evenly(20, 30_000, 90_000)) };
    expect(lookSchedule(durations)).toBe(lookSchedule(durations));
    expect(lookSchedule(durations, { lagMs: 5_000 })).not.toBe(lookSchedule(durations));
    expect(lookSchedule(durations, { lagMs: 5_000 })).toBe(
      lookSchedule(durations, { lagMs: 5_000 }),
    );
  });

  it('leaves a job alone until the first may end, then looks the closer the smaller the lag', () => {
    const durations = { ended: exactly(...evenly(30, 30_000, 90_000)) };
    expect(lookSchedule(durations).gapMs(0)).toBeGreaterThan(25_000);
    expect(lookSchedule(durations).gapMs(0)).toBeLessThan(36_000);
    const gaps = [100, 500, 2_000, 8_000].map((lagMs) =>
      lookSchedule(durations, { lagMs }).gapMs(60_000),
    );
    expect([...gaps].sort((a, b) => a - b)).toEqual(gaps);
    expect(gaps[0]).toBeLessThan(400);
    expect(gaps[3]).toBeGreaterThan(8_000);
  });

  it('looks closer the nearer the end must be', () => {
    const { gapMs } = lookSchedule({ ended: exactly(...evenly(30, 30_000, 90_000)) });
    expect(gapMs(80_000)).toBeLessThan(gapMs(50_000));
  });
});
