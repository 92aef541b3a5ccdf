import type { Observable } from 'rxjs';
import type { ClientOptions, Either, JobError } from 'rushes';
import { createAurous } from 'rushes/aurous';
import { createCreatify } from 'rushes/creatify';
import { createMagicHour } from 'rushes/magic-hour';
import { createSync } from 'rushes/sync';
import type { VendorName } from 'rushes/testing';
import { simulate } from 'rushes/testing';
import type { Client } from '../../../src/clients/Client.js';
import { memoryStore } from '../../../src/stores/memoryStore.js';
import { virtualTime } from '../../../src/testing/virtualTime.js';
import { aurousSamples } from '../../coverage/samples/aurous.js';
import { creatifySamples } from '../../coverage/samples/creatify.js';
import { magicHourSamples } from '../../coverage/samples/magicHour.js';
import { syncSamples } from '../../coverage/samples/sync.js';
import { GENERATION_INPUT } from '../bodies.js';
import { observe } from '../observe.js';

// Every create of every vendor, whose answer is lost after the simulated vendor made the job.

type Create = (input: unknown) => Observable<Either<JobError, unknown>>;
type AnyClient = Client<unknown> & Readonly<Record<string, Readonly<Record<string, Create>>>>;
type Open = (options: ClientOptions) => AnyClient;

const BATCH = {
  rows: Array.from({ length: 20 }, (_, index) => ({
    request_id: `row-${index}`,
    endpoint: '/v2/generate',
    payload: GENERATION_INPUT,
  })),
};

const OPEN: Readonly<Record<VendorName, Open>> = {
  creatify: (options) => createCreatify(options as never) as never,
  sync: (options) => createSync(options as never) as never,
  magicHour: (options) => createMagicHour(options as never) as never,
  aurous: (options) => createAurous(options as never) as never,
};

const SAMPLES: Readonly<Record<VendorName, object>> = {
  creatify: creatifySamples,
  sync: { ...syncSamples, batches: { submit: [[BATCH]] } },
  magicHour: magicHourSamples,
  aurous: aurousSamples,
};

/** Creates that the simulated vendor refuses, since they name what is not there. */
const REFUSED = ['sync transcriptions', 'sync dialogueEdits'];

type Row = readonly [vendor: VendorName, family: string, method: string, input: unknown];

const rows: readonly Row[] = (Object.keys(SAMPLES) as VendorName[]).flatMap((vendor) =>
  Object.entries(SAMPLES[vendor]).flatMap(([family, methods]) =>
    ['submit', 'preview'].flatMap((method): readonly Row[] => {
      const [args] = (methods as Readonly<Record<string, readonly (readonly unknown[])[]>>)[
        method
      ] ?? [undefined];
      const isKnown = REFUSED.includes(`${vendor} ${family}`);
      return args === undefined || isKnown ? [] : [[vendor, family, method, args[0]]];
    }),
  ),
);

/** How a lost job of a family is found, where its vendor can be asked. */
const LISTED: Readonly<Record<VendorName, Readonly<Record<string, 'likeness' | 'reference'>>>> = {
  creatify: {
    aurora: 'likeness',
    boreal: 'likeness',
    lipsyncs: 'likeness',
    lipsyncsV2: 'likeness',
    linkToVideos: 'likeness',
    productToVideos: 'likeness',
    textToSpeech: 'likeness',
    aiScripts: 'likeness',
    aiShorts: 'likeness',
    aiEditing: 'likeness',
    customTemplateJobs: 'likeness',
    adsClone: 'likeness',
    inspirationJobs: 'likeness',
    iabImages: 'likeness',
    htmlInteractiveAds: 'likeness',
  },
  sync: { generations: 'likeness', batches: 'likeness' },
  magicHour: {},
  aurous: { characters: 'reference' },
};

/** Loses the answer, and asks in another process what became of it. */
function lostAt([vendor, family, method, input]: Row) {
  const time = virtualTime({ startAt: Date.UTC(2026, 10, 22) });
  const sim = simulate({ scheduler: time.scheduler, durationMs: 2_000 });
  const store = memoryStore();
  const client = () =>
    OPEN[vendor]({
      ...sim[vendor].options,
      store,
      scheduler: time.scheduler,
      random: () => 0.5,
    });
  // Under the vendor's own key the client tries five times; that is one job all the same.
  sim[vendor].fail({ on: 'create', do: 'reset-after-commit', times: 5 });
  const lost = observe(client()[family]![method]!(input), time);
  time.advance(10 * 60_000);
  const later = client();
  const [intent] = observe(later.intents(), time).last;
  const reconcile = () => {
    const seen = observe(later.reconcile(intent?.intentId ?? ''), time);
    time.advance(60_000);
    return seen.last;
  };
  return { later, lost, reconcile, sim: sim[vendor], time };
}

describe.each(rows)('a lost answer of %s: %s.%s', (...row) => {
  const [vendor, family, , input] = row;
  const by = LISTED[vendor][family];

  it(`is ${by === undefined ? 'not to be asked for' : `found by ${by}`}, and never paid twice`, () => {
    const withReference = { ...(input as object), client_reference_id: 'scene-7' };
    const given = by === 'reference' ? withReference : input;
    const { later, lost, reconcile, sim, time } = lostAt([row[0], row[1], row[2], given]);
    expect(lost.error).toMatchObject({ _tag: 'SubmissionUnknown', outcome: 'unknown' });
    const found = reconcile();
    expect(sim.creates).toBe(1);
    if (by === undefined) return expect(found.type).toBe('unsupported');
    expect(found).toMatchObject({ type: 'found', by, ref: { id: sim.jobs[0]?.id } });
    if (found.type !== 'found') return;
    observe(later.resolveIntent(found.intent.intentId, found.ref), time);
    const resumed: string[] = [];
    later.resume().subscribe(({ ref }) => resumed.push(ref.id));
    expect(resumed).toEqual([found.ref.id]);
    const seen = observe(later.watch(found.ref), time);
    time.advance(60_000);
    expect(seen.errors).toEqual([]);
    expect(seen.values.length).toBeGreaterThan(0);
    expect(sim.creates).toBe(1);
  });
});

it('is every family that has a create', () => {
  const told = rows.map(([vendor, family]) => `${vendor} ${family}`);
  const listed = Object.entries(LISTED).flatMap(([vendor, families]) =>
    Object.keys(families).map((family) => `${vendor} ${family}`),
  );
  expect(listed.filter((name) => !told.includes(name))).toEqual([]);
  expect(new Set(told).size).toBeGreaterThan(45);
});
