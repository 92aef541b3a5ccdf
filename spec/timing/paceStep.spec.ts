import fc from 'fast-check';
import type { Pace, PaceEvent } from '../../src/timing/paceStep.js';
import { paceStep } from '../../src/timing/paceStep.js';
import { runStep } from './runStep.js';

const cut = (progress: number): number => Math.floor(progress * 100 + 1e-9) / 100;

const after = (...reports: readonly (readonly [ageMs: number, progress: number])[]) =>
  runStep(
    paceStep,
    undefined as Pace | undefined,
    reports.map(([ageMs, progress]) => ({ ageMs, progress })),
  ).at(-1)?.state;

const trusts = (events: readonly PaceEvent[]) =>
  runStep(paceStep, undefined as Pace | undefined, events).map(({ state }) => state?.trust ?? 0.5);

const anyReport: fc.Arbitrary<PaceEvent> = fc.record({
  ageMs: fc.double({ min: 0, max: 1e9 }),
  progress: fc.double({ min: -0.5, max: 1.5 }),
});
const anyShares = fc
  .uniqueArray(fc.double({ min: 0.02, max: 0.999, noNaN: true }), { minLength: 1 })
  .map((shares) => [...shares].sort((a, b) => a - b));
const anyEndMs = fc.double({ min: 5_000, max: 1e7, noNaN: true });

describe('paceStep, told the truth', () => {
  it('narrows the window down with each report', () => {
    const paces = runStep(paceStep, undefined as Pace | undefined, [
      { ageMs: 15_000, progress: 0.25 },
      { ageMs: 40_000, progress: 0.67 },
      { ageMs: 59_000, progress: 0.99 },
    ]).map(({ state }) => state!);
    expect(paces.map(({ fromMs }) => Math.round(fromMs))).toEqual([50_000, 58_824, 59_000]);
    expect(paces.map(({ toMs }) => Math.round(toMs))).toEqual([60_000, 59_701, 59_596]);
    expect(paces.map(({ step }) => step)).toEqual([0.05, 0.01, 0.01]);
  });

  it('keeps the end of every even job in its window, and its trust', () => {
    fc.assert(
      fc.property(anyEndMs, anyShares, (endMs, shares) => {
        const reports = shares.map((share) => ({ ageMs: share * endMs, progress: cut(share) }));
        for (const { state } of runStep(paceStep, undefined as Pace | undefined, reports)) {
          expect(state!.fromMs).toBeLessThanOrEqual(endMs * (1 + 1e-9));
          expect(state!.toMs).toBeGreaterThanOrEqual(endMs * (1 - 1e-9));
          expect(state!.trust).toBeGreaterThanOrEqual(0.5);
        }
      }),
    );
  });

  it('trusts the more, the more reports bear each other out, and never wholly', () => {
    const even = Array.from({ length: 20 }, (_, at) => at * 0.04 + 0.13);
    const found = trusts(even.map((share) => ({ ageMs: share * 1e5, progress: cut(share) })));
    expect(found.slice(0, 3)).toEqual([0.5, 0.875, 0.96875]);
    expect(found.at(-1)).toBe(0.99);
  });

  it('puts up with a vendor that rounds', () => {
    fc.assert(
      fc.property(anyEndMs, anyShares, (endMs, shares) => {
        const far = shares.filter((share) => share > 0.2).slice(-2);
        const reports = far.map((share) => ({
          ageMs: share * endMs,
          progress: Math.round(share * 100) / 100,
        }));
        expect(trusts(reports).every((trust) => trust > 0)).toBe(true);
      }),
    );
  });

  it('knows nothing of the end while nothing is done', () => {
    expect(after([1_000, 0])).toMatchObject({ fromMs: 1_000, toMs: Infinity, trust: 0.5 });
    expect(after([0, 0.4])).toMatchObject({ fromMs: 0, toMs: Infinity, trust: 0.5 });
  });

  it('takes a report of 0 on the way of a slow job for what it is', () => {
    const pace = after([1_000, 0], [60_000, 0.31]);
    expect(pace).toMatchObject({ baseMs: 0, trust: 0.5 });
    expect(pace?.toMs).toBeCloseTo(60_000 / 0.31, 6);
  });

  it('draws the line from the first report on where nothing was done for long', () => {
    // In a queue for 20 s, then 40 s of work.
    const queued = after([18_000, 0], [28_000, 0.21]);
    expect(queued).toMatchObject({ fromMs: 28_000, baseMs: 28_000, trust: 0.5 });
    expect(queued!.toMs).toBeGreaterThan(60_000);
    const known = after([18_000, 0], [28_000, 0.21], [48_000, 0.71])!;
    expect(known.fromMs).toBeGreaterThan(58_900);
    expect(known.toMs).toBeLessThan(60_500);
    expect(known.trust).toBeGreaterThan(0.5);
  });

  it('finds a queue that it did not see, once', () => {
    const known = after([30_000, 0.25], [45_000, 0.63])!;
    expect(known).toMatchObject({ baseMs: 30_000, baseProgress: 0.25, trust: 0.2 });
    expect(known.fromMs).toBeLessThan(60_000);
    expect(known.toMs).toBeGreaterThan(59_000);
  });
});

describe('paceStep, lied to', () => {
  it.each<[string, readonly (readonly [number, number])[]]>([
    [
      'all is done, and the job goes on',
      [
        [20_000, 1],
        [21_000, 1],
      ],
    ],
    [
      'progress stands still',
      [
        [20_000, 0.5],
        [30_000, 0.5],
      ],
    ],
    [
      'progress stays at 99 %',
      [
        [10_000, 0.33],
        [29_000, 0.99],
        [32_000, 0.99],
      ],
    ],
    [
      'progress falls',
      [
        [20_000, 0.5],
        [30_000, 0.4],
      ],
    ],
    [
      'progress falls to nothing',
      [
        [20_000, 0.5],
        [30_000, 0],
      ],
    ],
    [
      'the line breaks twice',
      [
        [10_000, 0.31],
        [20_000, 0.47],
        [30_000, 0.53],
      ],
    ],
  ])('trusts it no more where %s', (_, reports) => {
    expect(after(...reports)).toMatchObject({ trust: 0, toMs: Infinity });
  });

  it('puts up with a job that outlives its window by little, but not for long', () => {
    const reports = Array.from({ length: 20 }, (_, at) => ({
      ageMs: 59_500 + 200 * at,
      progress: 0.99,
    }));
    const found = trusts([{ ageMs: 30_000, progress: 0.5 }, ...reports]);
    expect(found[1]).toBeGreaterThan(0.5);
    expect(found.indexOf(0)).toBeGreaterThan(2);
    expect(found.indexOf(0)).toBeLessThan(10);
  });

  it('never trusts the job again', () => {
    const lie = [
      { ageMs: 20_000, progress: 1 },
      { ageMs: 25_000, progress: 1 },
    ];
    fc.assert(
      fc.property(fc.array(anyReport), (reports) => {
        expect(trusts([...lie, ...reports]).slice(1)).toEqual([0, ...reports.map(() => 0)]);
      }),
    );
  });

  it('keeps sound numbers, whatever it is told', () => {
    fc.assert(
      fc.property(fc.array(anyReport), (reports) => {
        for (const { state, commands } of runStep(
          paceStep,
          undefined as Pace | undefined,
          reports,
        )) {
          expect(commands).toEqual([]);
          if (state === undefined) continue;
          expect(Object.values(state)).toHaveLength(8);
          expect(Object.values(state).some(Number.isNaN)).toBe(false);
          expect(state.fromMs).toBeLessThanOrEqual(state.toMs);
          expect(state.trust).toBeGreaterThanOrEqual(0);
          expect(state.trust).toBeLessThan(1);
        }
      }),
    );
  });
});
