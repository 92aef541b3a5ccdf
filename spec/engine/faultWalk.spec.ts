import fc from 'fast-check';
import type { JobError, JobRef, SubmissionIntent } from 'rushes';
import { isJobError } from 'rushes';
import { createAurous } from 'rushes/aurous';
import { createCreatify } from 'rushes/creatify';
import { createMagicHour } from 'rushes/magic-hour';
import { createSync } from 'rushes/sync';
import type { Fault, FaultRule, LocalSimulation, VendorName } from 'rushes/testing';
import { simulate } from 'rushes/testing';
import { memoryStore } from '../../src/stores/memoryStore.js';
import { virtualTime } from '../../src/testing/virtualTime.js';
import { AURORA_INPUT, CHARACTER_INPUT, GENERATION_INPUT, LIP_SYNC_INPUT } from './bodies.js';
import type { Observed } from './observe.js';
import { observe } from './observe.js';
import { storedRecords, storedRefs } from './storedRefs.js';

// Whatever goes wrong at whatever point: nobody pays twice, no job gets lost, every stream ends.

const GRAMMAR = /^(?:[a-z][^,]*,)*(?:![A-Za-z]+,)?\|$/;

/** Faults of a create; an answer that says no is never given of work that was done. */
const createFault: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({
    name: fc.constant('status' as const),
    status: fc.constantFrom(400, 401, 402, 404, 409, 422),
  }),
  fc.record({
    name: fc.constant('status' as const),
    status: fc.constant(429),
    retryAfter: fc.constantFrom(0, 1, 30, 901),
  }),
  fc.record({
    name: fc.constant('status' as const),
    status: fc.constantFrom(408, 500, 501, 502, 503, 504),
    commit: fc.boolean(),
  }),
  fc.record({ name: fc.constant('hang' as const), commit: fc.boolean() }),
  fc.record({ name: fc.constant('html' as const), commit: fc.boolean() }),
  fc.record({ name: fc.constant('delay' as const), ms: fc.constantFrom(1, 500, 29_000, 40_000) }),
  fc.record({
    name: fc.constant('cut-body' as const),
    keep: fc.constantFrom(0, 0.05, 0.3, 0.9),
    framed: fc.boolean(),
  }),
  fc.record({
    name: fc.constant('redirect' as const),
    status: fc.constantFrom(301 as const, 302 as const, 307 as const, 308 as const),
    location: fc.constant('https://evil.example/'),
  }),
  fc
    .constantFrom(
      'reset-before-commit' as const,
      'reset-after-commit' as const,
      'not-json' as const,
      'empty-body' as const,
      'garbage' as const,
      'oversized-body' as const,
      'unknown-word' as const,
    )
    .map((name) => ({ name })),
);

const lookFault: fc.Arbitrary<Fault> = fc.oneof(
  createFault,
  fc
    .constantFrom('lying-progress' as const, 'falling-progress' as const, 'forgotten-job' as const)
    .map((name) => ({ name })),
);

const faults: fc.Arbitrary<readonly FaultRule[]> = (() => {
  const rule = (on: 'create' | 'get', fault: fc.Arbitrary<Fault>): fc.Arbitrary<FaultRule> =>
    fc.record({
      on: fc.constant(on),
      do: fault,
      nth: fc.integer({ min: 1, max: 4 }),
      times: fc.integer({ min: 1, max: 7 }),
    });
  const create = fc.record({
    on: fc.constant('create' as const),
    do: createFault,
    times: fc.integer({ min: 1, max: 3 }),
  });
  return fc
    .tuple(fc.array(create, { maxLength: 2 }), fc.array(rule('get', lookFault), { maxLength: 3 }))
    .map((parts) => parts.flat());
})();

const walk = fc.record({
  vendor: fc.constantFrom<VendorName>('creatify', 'sync', 'magicHour', 'aurous'),
  faults,
  script: fc.record({
    durationMs: fc.integer({ min: 0, max: 120_000 }),
    outcome: fc.constantFrom('succeeded' as const, 'succeeded' as const, 'failed' as const),
  }),
  latencyMs: fc.constantFrom(0, 3, 700),
  /** When subscribers come, and how long they stay. */
  visits: fc.array(
    fc.record({ atMs: fc.nat(40_000), staysMs: fc.option(fc.nat(20_000), { nil: undefined }) }),
    { maxLength: 3 },
  ),
  whenLimited: fc.constantFrom('wait' as const, 'fail' as const),
  chance: fc.double({ min: 0, max: 0.999, noNaN: true }),
});

type Walk = typeof walk extends fc.Arbitrary<infer T> ? T : never;

function world({ vendor, faults: rules, script, latencyMs, whenLimited, chance }: Walk) {
  const time = virtualTime();
  const { scheduler } = time;
  const store = memoryStore();
  const sim: LocalSimulation = simulate({ scheduler, latencyMs });
  const simulated = sim[vendor];
  simulated.nextJob(script);
  for (const rule of rules) simulated.fail(rule);
  const common = { scheduler, store, random: () => chance, deadlineMs: 1_800_000 };
  const options = { whenLimited };
  const run$ = {
    creatify: () =>
      createCreatify({ ...sim.creatify.options, ...common }).aurora.run(AURORA_INPUT, options),
    sync: () =>
      createSync({ ...sim.sync.options, ...common }).generations.run(GENERATION_INPUT, options),
    magicHour: () =>
      createMagicHour({ ...sim.magicHour.options, ...common }).lipSync.run(LIP_SYNC_INPUT, options),
    aurous: () =>
      createAurous({ ...sim.aurous.options, ...common }).characters.run(CHARACTER_INPUT, options),
  }[vendor]();
  return { time, store, simulated, run$ };
}

type Seen = Observed<{ readonly ref: JobRef }>;

/** What each error says of the job has to fit together. */
function checkError(error: JobError): void {
  expect(isJobError(error)).toBe(true);
  expect(error.operation).toMatch(/\.run$/);
  expect(error.provider).not.toBe('');
  expect(error.message.length).toBeLessThanOrEqual(500);
  if (error.retryable) expect(error.jobMayBeRunning).toBe(false);
  if (error.ref === undefined) {
    expect(error.outcome).toBeDefined();
    expect(error.jobMayBeRunning).toBe(error.outcome === 'unknown');
  } else {
    expect(error.retryable).toBe(false);
  }
  if (error._tag === 'SubmissionUnknown') expect(error.outcome).toBe('unknown');
}

const idsIn = (seen: readonly Seen[]): readonly string[] =>
  seen.flatMap(({ values, errors }) => [
    ...values.map(({ ref }) => ref.id),
    ...errors.flatMap((error) => [
      ...(error.ref === undefined ? [] : [error.ref.id]),
      ...(isJobError(error, 'SubmissionUnknown') ? error.candidates.map(({ id }) => id) : []),
    ]),
  ]);

function checkWalk(story: Walk): void {
  const { time, store, simulated, run$ } = world(story);
  const guests: Seen[] = [];
  const staying: Seen[] = [];
  const come = (staysMs: number | undefined): void => {
    const seen: Seen = observe<{ readonly ref: JobRef }>(run$, time);
    if (staysMs === undefined) staying.push(seen);
    else {
      guests.push(seen);
      time.scheduler.schedule(() => seen.leave(), staysMs);
    }
  };
  for (const { atMs, staysMs } of story.visits) time.scheduler.schedule(() => come(staysMs), atMs);
  time.flush();
  // Who comes last finds out what became of it all.
  come(undefined);
  time.flush();

  const all = [...guests, ...staying];
  expect(time.pending()).toBe(0);
  for (const seen of all) {
    expect(seen.defects).toEqual([]);
    for (const error of seen.errors) checkError(error);
  }
  for (const seen of staying) expect(seen.words.join()).toMatch(GRAMMAR);

  expect(simulated.creates).toBeLessThanOrEqual(1);
  const [job] = simulated.jobs;
  const known = [...idsIn(all), ...storedRefs(store).map(({ id }) => id)];
  const intents = storedRecords(store).filter(
    (record): record is SubmissionIntent => record.type === 'intent',
  );
  const doubtful = intents.some(({ state }) => state === 'unknown');
  if (job !== undefined && !doubtful) expect(known).toContain(job.id);
  if (job === undefined) expect(known.filter((id) => id !== '')).toEqual([]);
  expect(intents.some(({ state }) => state === 'pending')).toBe(false);
  for (const { outcome } of all.flatMap(({ errors }) => errors)) {
    if (outcome === 'rejected' || outcome === 'not-sent') expect(simulated.creates).toBe(0);
  }
}

describe('on random walks through faults', () => {
  it('nobody pays twice, no job gets lost, every stream ends, and nothing is left behind', () => {
    fc.assert(fc.property(walk, checkWalk), { seed: 7, numRuns: 300 });
  });
});
