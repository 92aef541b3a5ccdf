import fc from 'fast-check';
import { earliest, fixed, jittered, latest } from '../../src/contract/cadences.js';
import { learned } from '../../src/contract/learned.js';
import type { Known } from '../../src/timing/Cadence.js';
import { defaultCadence } from '../../src/timing/defaultCadence.js';
import { lookSchedule } from '../../src/timing/lookSchedule.js';
import { expectRefusal } from '../operators/expectRefusal.js';
import { anyDuration, evenly, exactly } from '../timing/ended.js';

const durations = { ended: exactly(...evenly(30, 30_000, 90_000)) };
const known = (changes: Partial<Known> = {}): Known => ({
  looks: 1,
  ageMs: 0,
  random: 0.5,
  durations,
  ...changes,
});

describe('learned', () => {
  it('is the default cadence until three jobs were seen to end', () => {
    const few = fc.option(
      fc.array(anyDuration, { maxLength: 2 }).map((ended) => ({ ended })),
      { nil: undefined },
    );
    fc.assert(
      fc.property(few, fc.nat(5), fc.nat(), (seen, looks, ageMs) => {
        const job = known({ durations: seen, looks, ageMs });
        expect(learned()(job)).toBe(defaultCadence(job));
      }),
    );
  });

  it('then goes by the schedule, for the lag that it is given', () => {
    fc.assert(
      fc.property(fc.nat(200_000), fc.integer({ min: 1, max: 60_000 }), (ageMs, lagMs) => {
        expect(learned()(known({ ageMs }))).toBe(lookSchedule(durations).gapMs(ageMs));
        const gap = lookSchedule(durations, { lagMs }).gapMs(ageMs);
        expect(learned({ lagMs })(known({ ageMs }))).toBe(gap);
      }),
      { numRuns: 20 },
    );
  });

  it('makes up for a watch that began late', () => {
    const firstAt = learned()(known({ looks: 0 }));
    expect(firstAt).toBeGreaterThan(25_000);
    expect(learned()(known({ looks: 0, ageMs: 20_000 }))).toBeCloseTo(firstAt - 20_000, 6);
    expect(learned()(known({ looks: 0, ageMs: 500_000 }))).toBe(1);
  });

  it('composes with the other cadences', () => {
    const job = known({ ageMs: 60_000 });
    const gap = learned()(job);
    expect(earliest(learned(), fixed(10))(job)).toBe(10);
    expect(latest(learned(), fixed(60_000))(job)).toBe(60_000);
    expect(jittered(learned(), 0.2)({ ...job, random: 0 })).toBeCloseTo(0.8 * gap, 6);
  });

  it.each([0, 0.5, -1, NaN, Infinity, 2 ** 31])('refuses a lag of %p at once', (lagMs) => {
    expectRefusal(() => learned({ lagMs }), 'learned', 'lagMs');
  });
});
