import fc from 'fast-check';
import { byProgress } from '../../src/contract/byProgress.js';
import { fixed } from '../../src/contract/cadences.js';
import type { Cadence, Known } from '../../src/timing/Cadence.js';
import { CADENCE_START, cadenceStep } from '../../src/timing/cadenceStep.js';
import { defaultCadence } from '../../src/timing/defaultCadence.js';
import { lookSchedule } from '../../src/timing/lookSchedule.js';
import { NO_DURATIONS } from '../../src/timing/Durations.js';
import type { Duration } from '../../src/timing/Durations.js';
import type { Pace } from '../../src/timing/paceStep.js';
import { expectRefusal } from '../operators/expectRefusal.js';
import { uniform } from '../timing/durationModels.js';
import { distanceFromFront } from '../timing/optimalFront.js';
import { anyRandom } from '../timing/phases.js';
import type { REPORTS } from './reportedJobs.js';
import { watchJobs } from './reportedJobs.js';

const U = uniform(30_000, 90_000);
const LIES = [
  'lying',
  'falling',
  'stuckAt99',
  'easeOut',
  'easeIn',
  'endsAt40',
  'random',
] as const satisfies readonly (keyof typeof REPORTS)[];

/** Looks where jobs of the kind are likely to have ended, and knows nothing of progress. */
const learned: Cadence = ({ durations = NO_DURATIONS, ageMs }) =>
  lookSchedule(durations).gapMs(ageMs);

const pace: Pace = {
  fromMs: 58_000,
  toMs: 60_000,
  trust: 0.9,
  step: 0.01,
  baseMs: 0,
  baseProgress: 0,
  lastMs: 40_000,
  lastProgress: 0.67,
};
const known = (changes: Partial<Known> = {}): Known => ({
  looks: 2,
  ageMs: 40_000,
  random: 0.5,
  pace,
  ...changes,
});
const jobs = (count: number, misled: boolean): readonly Duration[] =>
  Array.from({ length: count }, () => ({ afterMs: 58_000, byMs: 62_000, misled }));

describe('byProgress', () => {
  it('waits for the window that the reports foretell', () => {
    expect(byProgress(fixed(2_000))(known())).toBeGreaterThan(18_000);
    expect(byProgress(fixed(2_000))(known())).toBeLessThan(20_000);
  });

  it.each<[string, Partial<Known>]>([
    ['a job reports no progress', { pace: undefined }],
    ['nothing is done yet', { pace: { ...pace, toMs: Infinity } }],
    ['its reports contradicted each other', { pace: { ...pace, trust: 0 } }],
    ['it has outlived what was foretold', { ageMs: 61_000 }],
    ['the reports of such jobs misled', { durations: { ended: jobs(2, true) } }],
    [
      'no such job ever ended so late',
      { durations: { ended: jobs(3, false).map((job) => ({ ...job, afterMs: 1, byMs: 40_000 })) } },
    ],
    [
      'no such job ever ended so soon',
      { durations: { ended: jobs(3, false).map((job) => ({ ...job, byMs: 160_000 })) } },
    ],
  ])('does what it would do otherwise where %s', (_, changes) => {
    expect(byProgress(fixed(2_000))(known(changes))).toBe(2_000);
  });

  it('goes by the default cadence otherwise, unless told', () => {
    const untold = known({ pace: undefined });
    expect(byProgress()(untold)).toBe(defaultCadence(untold));
  });

  it('looks early for the pace where it is known how long jobs take', () => {
    const first = known({ looks: 0, ageMs: 0, pace: undefined });
    const late = byProgress(fixed(50_000));
    expect(late(first)).toBe(50_000);
    expect(late({ ...first, durations: { ended: jobs(3, false) } })).toBeCloseTo(31_620, 6);
    expect(late({ ...first, ageMs: 40_000, durations: { ended: jobs(3, false) } })).toBe(50_000);
  });

  it('waits the longer, the more jobs of the kind were honest', () => {
    const far = known({ ageMs: 20_000, pace: { ...pace, trust: 0.5 } });
    const after = (honest: number) =>
      byProgress(fixed(1_000))({ ...far, durations: { ended: jobs(honest, false).slice(-2) } });
    expect(after(2)).toBeGreaterThan(after(0));
  });

  it('never waits 25 times longer than it would otherwise, nor 100 ms too short', () => {
    const anyMs = fc.double({ min: 0, max: 1e8, noNaN: true });
    const anyPace = fc
      .record({ lastMs: anyMs, ahead: anyMs, width: anyMs, trust: anyRandom })
      .map(({ lastMs, ahead, width, trust }): Pace => {
        const fromMs = lastMs + ahead;
        return { ...pace, lastMs, fromMs, toMs: fromMs + width, trust };
      });
    const anyUsual = fc.integer({ min: 1, max: 1e8 });
    fc.assert(
      fc.property(anyPace, anyUsual, (told, usual) => {
        const gap = byProgress(fixed(usual))(known({ ageMs: told.lastMs, pace: told }));
        expect(gap).toBeLessThanOrEqual(25 * usual);
        expect(gap).toBeGreaterThanOrEqual(Math.min(100, usual));
      }),
    );
  });

  it('makes no storm of looks when a job stops reporting', () => {
    const step = cadenceStep(byProgress(fixed(2_000)));
    let [state] = step(CADENCE_START, { type: 'begin', ageMs: 0, random: 0 });
    [state] = step(state, { type: 'answered', ageMs: 59_000, progress: 0.99, random: 0 });
    const [, [look]] = step(state, { type: 'answered', ageMs: 60_000, random: 0 });
    expect(look?.afterMs).toBe(2_000);
  });

  it('refuses what is no cadence, at once', () => {
    expectRefusal(() => byProgress(2_000 as never), 'byProgress', 'otherwise');
  });
});

describe('byProgress, for jobs of 30 s to 90 s with honest progress', () => {
  // Requests and lag in milliseconds, the first look included.
  it.each<[keyof typeof REPORTS, number, number]>([
    ['linear', 4, 200],
    ['inTenths', 4, 100],
    ['inFives', 6.5, 500],
    ['rounded', 6, 350],
    ['queued', 5.5, 1_200],
  ])('%s: at most %p requests and %p ms a job', (reports, requests, lagMs) => {
    const cost = watchJobs(U, reports, byProgress(learned), 'all');
    expect(cost.requests).toBeLessThanOrEqual(requests);
    expect(cost.lagMs).toBeLessThanOrEqual(lagMs);
  });

  it('needs no more where it is known how long jobs take, but not whether they are honest', () => {
    const cost = watchJobs(U, 'linear', byProgress(learned), 'durations');
    expect(cost.requests).toBeLessThanOrEqual(4);
    expect(cost.lagMs).toBeLessThanOrEqual(200);
  });

  it.each<[string, Cadence, number]>([
    ['looks every 4 s', fixed(4_000), 4],
    ['looks as by default', defaultCadence, 4.5],
  ])('needs few requests also for the first jobs, if it otherwise %s', (_, otherwise, requests) => {
    const cost = watchJobs(U, 'linear', byProgress(otherwise), 'nothing', 600);
    expect(cost.requests).toBeLessThanOrEqual(requests);
    expect(cost.lagMs).toBeLessThanOrEqual(200);
  });
});

describe('byProgress, for jobs of 30 s to 90 s with progress that misleads', () => {
  it.each(LIES)('%s: is within 1.25 of the optimum', (reports) => {
    const cost = watchJobs(U, reports, byProgress(learned), 'all');
    expect(distanceFromFront(U, cost)).toBeLessThanOrEqual(1.25);
  });

  it('is within 1.25 of what it would do otherwise, even if such jobs are never found out', () => {
    const alone = watchJobs(U, 'linear', learned, 'durations');
    for (const reports of ['lying', 'falling', 'stuckAt99', 'easeOut'] as const) {
      const { requests, lagMs } = watchJobs(U, reports, byProgress(learned), 'durations');
      expect((requests * lagMs) / (alone.requests * alone.lagMs)).toBeLessThanOrEqual(1.25);
    }
  });

  it.each(LIES)('%s: costs a bounded lag before anything is known of such jobs', (reports) => {
    const { mostLagMs } = watchJobs(U, reports, byProgress(fixed(4_000)), 'nothing');
    expect(mostLagMs).toBeLessThanOrEqual(100_000);
  });
});
