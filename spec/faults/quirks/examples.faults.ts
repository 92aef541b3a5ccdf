import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Observable } from 'rxjs';
import { isJobError } from 'rushes';
import type { Either, JobError, JobSnapshot } from 'rushes';
import type { VendorName } from 'rushes/testing';
import { isJobId } from '../../../src/contract/isJobId.js';
import { ID } from '../../engine/bodies.js';
import { answer } from '../../engine/scriptedPort.js';
import { fixture } from '../../fixtures/fixture.js';
import { atEveryVendor, fault } from '../fault.js';
import { named } from '../variants.js';
import { called } from './called.js';

// The examples of the vendors' pages.

/** Every example, such as `creatify/aurora/done`. */
const examplesOf = (vendor: VendorName): readonly string[] =>
  readdirSync(join(__dirname, '../../fixtures', vendor), { recursive: true, encoding: 'utf8' })
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
