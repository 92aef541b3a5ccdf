import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Observable } from 'rxjs';
import { fixed, isJobError } from 'rushes';
import type { ClientOptions, Either, JobError, JobSnapshot, LookHint } from 'rushes';
import { createAurous } from 'rushes/aurous';
import { createCreatify } from 'rushes/creatify';
import type { Creatify } from 'rushes/creatify';
import { createSync } from 'rushes/sync';
import type { Sync } from 'rushes/sync';
import type { VendorName } from 'rushes/testing';
import { isJobId } from '../../src/contract/isJobId.js';
import { generations } from '../../src/providers/sync/generations.js';
import { aurousSamples } from '../coverage/samples/aurous.js';
import { creatifySamples } from '../coverage/samples/creatify.js';
import { magicHourSamples } from '../coverage/samples/magicHour.js';
import { OF_EVERY_CLIENT } from '../coverage/samples/Samples.js';
import { syncSamples } from '../coverage/samples/sync.js';
import { at, pathsOf } from '../coverage/walkClient.js';
import { ID } from '../engine/bodies.js';
import type { Reply, SeenCall } from '../engine/scriptedPort.js';
import { answer } from '../engine/scriptedPort.js';
import { fixture } from '../fixtures/fixture.js';
import { KEYS, URL_CANARY } from '../wire/secrets/canaries.js';
import { redirects, refuses } from './bench/acts.js';
import type { Bench } from './bench/Bench.js';
import { DESKS, VENDORS } from './bench/desks.js';
import { works } from './bench/ModelServer.js';
import { atEveryVendor, fault } from './fault.js';
import { named, variants } from './variants.js';

// What only one of the vendors does, and what is easily got wrong when a client of it is made.

type Fields = Readonly<Record<string, unknown>>;

const shows = (vendor: VendorName, word: string, more: Fields = {}): Reply =>
  answer(200, { ...DESKS[vendor].body(ID, word), ...more });
const done = (vendor: VendorName, more?: Fields): Reply =>
  shows(vendor, DESKS[vendor].words.done, more);

const CREATIFY_KEYS = { apiId: 'an-id', apiKey: 'a-key' };

fault('E1', {
  'when the client is made': async (bench) => {
    for (const name of ['apiId', 'apiKey'] as const) {
      for (const missing of [undefined, '', 5, {}]) {
        const keys = { ...CREATIFY_KEYS, [name]: missing };
        const error = await bench.thrownBy(() => createCreatify(keys));
        expect(error).toMatchObject({ _tag: 'InvalidInput', issues: [{ path: name }] });
      }
    }
    const error = await bench.thrownBy(() => createCreatify({} as typeof CREATIFY_KEYS));
    expect(error).toMatchObject({ issues: [{ path: 'apiId' }, { path: 'apiKey' }] });
  },
  'when a function is to give it': (bench) => {
    for (const name of ['apiId', 'apiKey']) {
      for (const missing of ['', undefined, null]) {
        const scene = bench.scripted([done('creatify')]);
        const keys = { [name]: () => missing } as ClientOptions;
        const { run, watch } = scene.open('creatify', keys);
        const seen = [bench.see(run()), bench.see(watch(ID))];
        scene.time.flush();
        for (const { words } of seen) expect(words).toEqual(['!InvalidInput', '|']);
        expect(seen[0]?.error).toMatchObject({ outcome: 'not-sent', jobMayBeRunning: false });
        expect(scene.port.calls).toEqual([]);
      }
    }
  },
  'for another account': async (bench) => {
    const scene = bench.scripted([done('creatify')]);
    const client = scene.open('creatify').client as Creatify;
    const keys = { apiKey: 'another-key' } as typeof CREATIFY_KEYS;
    const error = await bench.thrownBy(() => client.forAccount('another', keys));
    expect(error).toMatchObject({ _tag: 'InvalidInput', issues: [{ path: 'apiId' }] });
  },
});

const SAMPLES: Readonly<Record<VendorName, object>> = {
  creatify: creatifySamples,
  sync: syncSamples,
  magicHour: magicHourSamples,
  aurous: aurousSamples,
};

type Method = (...args: readonly unknown[]) => Observable<Either<JobError, unknown>>;

/** Calls a method of a client with its sample. */
const called = (vendor: VendorName, client: object, path: string, ...args: readonly unknown[]) => {
  const [sample = []] = (at(SAMPLES[vendor], path) ?? []) as readonly (readonly unknown[])[];
  return (at(client, path) as Method)(...(args.length > 0 ? args : sample));
};

/** The methods of a client that send something. */
const sendingMethods = (client: object): readonly string[] =>
  pathsOf(client).filter((path) => !OF_EVERY_CLIENT.some((name) => name === path));

fault('E2', {
  'every path of every method': (bench) => {
    const scene = bench.scripted([answer(401, {})]);
    const { client } = scene.open('creatify');
    const methods = sendingMethods(client);
    for (const path of methods) bench.see(called('creatify', client, path), path);
    scene.time.flush();
    expect(scene.port.calls.length).toBeGreaterThanOrEqual(methods.length);
    expect(scene.port.calls.map(({ path }) => path).filter((path) => !path.endsWith('/'))).toEqual(
      [],
    );
  },
  'a redirect to the path with a slash': async (bench) => {
    const elsewhere = redirects(301, '/api/aurora/?');
    const script = { create: elsewhere, look: elsewhere };
    const { run, watch, server } = await bench.wire('creatify', script);
    const bought = bench.see(run());
    expect(await bought.ended).toEqual(['!UnexpectedRedirect', '|']);
    expect(await bench.ended(watch(ID))).toEqual(['!UnexpectedRedirect', '|']);
    expect(server.asked).toHaveLength(2);
  },
});

/** The credits of a job whose look has this field. */
const creditsOf = (bench: Bench, vendor: VendorName, more: Fields): number | undefined => {
  const scene = bench.scripted([done(vendor, more)]);
  return bench.see(scene.open(vendor).get(ID)).last.credits;
};

fault(
  'E3',
  variants(
    [
      ['creatify', 12.5, 12.5],
      ['creatify', 12, 12],
      ['creatify', 0, 0],
      ['creatify', '12.5', 12.5],
      ['creatify', ' 12 ', 12],
      ['creatify', 'twelve', undefined],
      ['creatify', null, undefined],
      ['creatify', [12], undefined],
    ] as const,
    (bench, vendor, said, credits) => {
      expect(creditsOf(bench, vendor, { credits_used: said })).toBe(credits);
    },
  ),
);

fault(
  'E4',
  variants(
    [
      ['creatify', 'done', ''],
      ['creatify', 'done', null],
      ['creatify', 'running', ''],
      ['creatify', 'failed', ''],
    ] as const,
    (bench, vendor, word, failed_reason) => {
      const scene = bench.scripted([shows(vendor, word, { failed_reason }), done(vendor)]);
      const seen = bench.see(scene.open(vendor).watch(ID));
      scene.time.flush();
      // The word decides: where it says failed, that is so without a reason too.
      const [first] = seen.values;
      expect(first?.phase).toBe(word === 'done' ? 'succeeded' : word);
      expect(first?.failure).toEqual(word === 'failed' ? { message: '' } : undefined);
    },
  ),
);

const isBoth = ({ query }: SeenCall): boolean => 'wait' in query && 'include' in query;

fault('E5', {
  'by its type, and in what is sent of it': () => {
    // @ts-expect-error a look is held open or shows progress, never both
    const both: LookHint = { holdMs: 10_000, progress: true };
    expect(generations.look(ID, both).query).toEqual({ wait: true, timeout: 10 });
  },
  'by two who watch one job': (bench) => {
    const looks = Array.from({ length: 20 }, () => shows('sync', 'PROCESSING'));
    const scene = bench.scripted([...looks, done('sync')]);
    const client = scene.open('sync', { cadence: fixed(1_000) }).client as Sync;
    const held = bench.see(client.generations.watch(ID));
    scene.time.advance(5_500);
    const live = bench.see(client.generations.watch(ID, { progress: true }));
    scene.time.advance(5_000);
    live.leave();
    scene.time.flush();
    expect(held.words.at(-1)).toBe('|');
    expect(scene.port.looks.filter(isBoth)).toEqual([]);
    // Both were asked for, each in its time.
    expect(scene.port.looks.some(({ query }) => query['wait'] === 'true')).toBe(true);
    expect(scene.port.looks.some(({ query }) => query['include'] === 'progress')).toBe(true);
  },
});

fault('E8', {
  'of a job that failed': (bench) => {
    const failed = shows('sync', 'FAILED', { errorCode: 'brand_new_code', error: null });
    const catalogue = answer(200, fixture('sync/errorCatalogue'));
    const scene = bench.scripted(({ path }) => (path === '/v2/errors' ? catalogue : failed));
    const seen = bench.see(scene.open('sync').watch(ID));
    scene.time.flush();
    expect(seen.words).toEqual(['failed', '|']);
    expect(seen.last.failure).toEqual({ code: 'brand_new_code', message: '' });
  },
  'of an answer': (bench) => {
    const refusal = { errorCode: 'brand_new_code', message: 'not today', statusCode: 422 };
    const scene = bench.scripted([answer(422, refusal)]);
    const seen = bench.see(scene.open('sync').run());
    expect(seen.words).toEqual(['!Rejected', '|']);
    expect(seen.error).toMatchObject({ vendorCode: 'brand_new_code', outcome: 'rejected' });
    expect(seen.error.message).toContain('not today');
  },
});

fault('E9', {
  'a width of -1': (bench) => {
    const scene = bench.scripted([done('magicHour', { width: -1, height: -1, fps: 0 })]);
    const seen = bench.see(scene.open('magicHour').watch(ID));
    expect(seen.words).toEqual(['succeeded', '|']);
    expect(seen.last.output).toMatchObject({ width: -1, height: -1, fps: 0 });
  },
  'complete, and its files a moment later': (bench) => {
    const empty = done('magicHour', { downloads: [] });
    const scene = bench.scripted([empty, empty, done('magicHour')]);
    const seen = bench.see(scene.open('magicHour').watch(ID));
    scene.time.flush();
    expect(seen.words).toEqual(['running', 'succeeded', '|']);
    expect(seen.values[0]).toMatchObject({ status: 'complete', assets: [] });
  },
  'complete, and never a file': (bench) => {
    const scene = bench.scripted([done('magicHour', { downloads: [] })]);
    const seen = bench.see(scene.open('magicHour').watch(ID));
    scene.time.flush();
    expect(seen.words).toEqual(['running', '!Undecodable', '|']);
    expect(seen.error).toMatchObject({ reason: 'shape', ref: { id: ID }, jobMayBeRunning: false });
    expect(seen.error.message).toContain('complete');
  },
});

const WRONG_VERSIONS = [
  '2026-5-15',
  '15-05-2026',
  '2026-02-30',
  '2026-05-15 ',
  '2026-05-15\r\nX-Other: 1',
  'latest',
  '',
  20260515,
  null,
];

fault('E11', {
  'of a wrong form': async (bench) => {
    for (const version of WRONG_VERSIONS) {
      const options = { apiKey: 'al_live_a-key-of-a-spec', version } as { readonly apiKey: string };
      const error = await bench.thrownBy(() => createAurous(options));
      expect(error).toMatchObject({ _tag: 'InvalidInput', issues: [{ path: 'version' }] });
    }
  },
  'of a good form, on every request': (bench) => {
    const scene = bench.scripted([answer(401, {})]);
    const client = scene.open('aurous', { version: '2026-05-15' } as ClientOptions);
    bench.see(client.run());
    bench.see(client.watch(ID));
    scene.time.flush();
    const versions = scene.port.calls.map(({ headers }) => headers['aurous-version']);
    expect(versions).toEqual(['2026-05-15', '2026-05-15']);
  },
});

const refuse = refuses('401 Unauthorized', 'invalid_api_key', 'no such key');

fault('E12', {
  ...atEveryVendor(async (bench, vendor) => {
    const others = VENDORS.filter((other) => other !== vendor);
    const servers = await Promise.all(others.map((other) => bench.wire(other)));
    const { open, server } = await bench.wire(vendor, { create: refuse, look: refuse });
    const [foreign = vendor] = others;
    const [key] = Object.values(DESKS[foreign].vault.keys).slice(-1);
    const { run, watch } = open({ apiKey: key } as ClientOptions);
    const bought = bench.see(run());
    expect(await bought.ended).toEqual(['!Unauthorized', '|']);
    expect(bought.error).toMatchObject({ outcome: 'rejected', retryable: false });
    expect(await bench.ended(watch(ID))).toEqual(['!Unauthorized', '|']);
    expect(server.asked).toHaveLength(2);
    for (const other of servers) expect(other.server.asked).toEqual([]);
  }),
  'by its type': async (bench) => {
    // @ts-expect-error Creatify has two keys
    await bench.thrownBy(() => createCreatify({ apiKey: 'al_live_a-key-of-another' }));
    // @ts-expect-error and the others one
    await bench.thrownBy(() => createSync({ apiId: 'an-id' }));
  },
});

const WRONG_BASE_URLS = [
  'http://api.example.com',
  `https://user:${KEYS[0]}@api.example.com`,
  `https://api.example.com?token=${URL_CANARY}`,
  'https://api.example.com/#top',
  'https://api.example.com/v1/../v2',
  'https://api.example.com/%2e%2e/v2',
  'https://api.example.com\\@evil.example',
  ' https://api.example.com',
  'ftp://api.example.com',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'api.example.com',
  '//api.example.com',
  'http://127.0.0.1.evil.example',
  'http://169.254.169.254',
  '',
  5,
];

fault('E13', {
  ...named(
    'refused',
    atEveryVendor(async (bench, vendor) => {
      for (const baseUrl of WRONG_BASE_URLS) {
        const error = await bench.thrownBy(() =>
          DESKS[vendor].open({ baseUrl: baseUrl as string }),
        );
        expect(error).toMatchObject({ _tag: 'InvalidInput', issues: [{ path: 'baseUrl' }] });
        expect(error.message).toMatch(/baseUrl: must /);
      }
    }),
  ),
  'with a path, which is kept': async (bench) => {
    const { open, server } = await bench.wire('creatify', works);
    const { get } = open({ baseUrl: `${server.url}/through/here/` });
    await bench.see(get(ID)).ended;
    expect(server.asked.map(({ path }) => path)).toEqual([`/through/here/api/aurora/${ID}/`]);
  },
});

/** Every example, such as `creatify/aurora/done`. */
const examplesOf = (vendor: VendorName): readonly string[] =>
  readdirSync(join(__dirname, '../fixtures', vendor), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.replace(/\.json$/, ''));

/** Whose look an example is, by its name; the first line that fits counts. */
const LOOKS: Readonly<Record<VendorName, readonly (readonly [RegExp, string])[]>> = {
  creatify: [[/^(?!links|personas|musics|voices)(\w+)\/(?!list|schemas|styles)/, '$1.get']],
  sync: [
    [
      /^(?:example|pending|processing|completed|failed|rejected|cancell?ed|timed_out)/,
      'generations.get',
    ],
    [/^batch\./, 'batches.get'],
    [/^tts\./, 'ttsJobs.get'],
    [/^transcription\./, 'transcriptions.get'],
    [/^dialogueEdit\./, 'dialogueEdits.get'],
  ],
  magicHour: [
    [/^image\//, 'images.get'],
    [/^audio\//, 'audios.get'],
    [/^faceDetection\/(?!created)/, 'faceDetection.get'],
    [/^(?:example|draft|queued|rendering|complete|error|canceled|deleted)$/, 'videos.get'],
  ],
  aurous: [
    [/^generations\/video\./, 'videos.get'],
    [/^generations\//, 'images.get'],
    [/^(?!list|errors)/, 'characters.get'],
  ],
};

/** What other examples answer. */
const PAGES: Readonly<Record<VendorName, Readonly<Record<string, string>>>> = {
  creatify: {
    'account/remainingCredits': 'remainingCredits',
    'assetGenerator/schemas': 'assetGenerator.schemas',
    'aurora/list': 'aurora.list',
    'customTemplates/list': 'customTemplates.list',
    'htmlInteractiveAds/styles': 'htmlInteractiveAds.styles',
    'inspirations/list': 'inspirations.list',
    'links/created': 'links.create',
    'links/updated': 'links.update',
    'musics/categories': 'musics.categories',
    'musics/page': 'musics.list',
    'personas/list': 'personas.list',
    'personas/pending': 'personas.get',
    'voices/count': 'voices.count',
    'voices/list': 'voices.list',
  },
  sync: {
    asset: 'assets.get',
    costs: 'generations.costs',
    'costs.pending': 'generations.costs',
    errorCatalogue: 'errors',
    list: 'generations.list',
    models: 'models.list',
    project: 'projects.get',
    voices: 'voices.list',
  },
  magicHour: {
    account: 'account',
    'account.free': 'account',
    created: 'lipSync.submit',
    'created.older': 'lipSync.submit',
    'faceDetection/created': 'faceDetection.submit',
    savedItems: 'savedItems.list',
    'savedItems.last': 'savedItems.list',
    uploadUrls: 'files.uploadUrls',
  },
  aurous: { list: 'characters.list', 'list.last': 'characters.list' },
};

/** No answers to one question: lists of facts, and lists of refusals, which are tried by themselves. */
const isFacts = (name: string): boolean => name === 'operations' || name === 'errors';

const lookFor = (vendor: VendorName, name: string): string | undefined => {
  if (PAGES[vendor][name] !== undefined || isFacts(name)) return undefined;
  const [pattern, method] = LOOKS[vendor].find(([one]) => one.test(name)) ?? [];
  const [found] = pattern?.exec(name) ?? [];
  return found === undefined || pattern === undefined
    ? undefined
    : found.replace(pattern, method ?? '');
};

fault('E14', {
  ...named(
    'looks',
    atEveryVendor((bench, vendor) => {
      for (const name of examplesOf(vendor)) {
        const method = lookFor(vendor, name);
        if (method === undefined) continue;
        const body = fixture(`${vendor}/${name}`) as { readonly id: string };
        const id = isJobId(body.id) ? body.id : ID;
        const scene = bench.scripted(({ path }) =>
          path === '/v2/errors' ? answer(200, fixture('sync/errorCatalogue')) : answer(200, body),
        );
        const look$ = called(vendor, scene.open(vendor).client, method, id);
        const seen = bench.see(look$ as Observable<Either<JobError, JobSnapshot<unknown>>>, name);
        expect([name, seen.words]).toEqual([name, [expect.any(String), '|']]);
        // Nothing is lost of it: the very body can be had.
        expect(seen.last.raw).toEqual(body);
        expect(seen.last.ref.id).toBe(id);
        // Words that stand for any word, in examples that a tool made, are no words of the vendor.
        expect([name, seen.last.phase === 'unknown']).toEqual([
          name,
          seen.last.status === '<string>',
        ]);
        const succeeded = seen.last.phase === 'succeeded';
        expect([name, seen.last.output !== undefined]).toEqual([name, succeeded]);
      }
    }),
  ),
  ...named(
    'other pages',
    atEveryVendor((bench, vendor) => {
      for (const [name, method] of Object.entries(PAGES[vendor])) {
        const scene = bench.scripted([answer(200, fixture(`${vendor}/${name}`))]);
        const seen = bench.see(called(vendor, scene.open(vendor).client, method), name);
        expect([name, seen.words]).toEqual([name, ['value', '|']]);
        expect(seen.last).toBeDefined();
      }
    }),
  ),
  ...named(
    'refusals',
    atEveryVendor((bench, vendor) => {
      type Refusal = { readonly status: number; readonly body: string };
      for (const { status, body } of fixture(`${vendor}/errors`) as readonly Refusal[]) {
        const scene = bench.scripted([answer(status, body)]);
        const { get } = scene.open(vendor);
        const seen = bench.see(get(ID), body.slice(0, 60));
        scene.time.flush();
        expect(seen.error.httpStatus).toBe(status);
        expect(isJobError(seen.error, 'Undecodable')).toBe(false);
      }
    }),
  ),
  ...named(
    'none is left out',
    atEveryVendor((_bench, vendor) => {
      const left = examplesOf(vendor).filter(
        (name) =>
          lookFor(vendor, name) === undefined &&
          PAGES[vendor][name] === undefined &&
          !isFacts(name),
      );
      expect(left).toEqual([]);
    }),
  ),
});
