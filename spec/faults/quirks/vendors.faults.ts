import { fixed } from 'rushes';
import type { LookHint } from 'rushes';
import type { Sync } from 'rushes/sync';
import type { VendorName } from 'rushes/testing';
import { generations } from '../../../src/providers/sync/generations.js';
import { ID } from '../../engine/bodies.js';
import type { SeenCall } from '../../engine/scriptedPort.js';
import { answer } from '../../engine/scriptedPort.js';
import { fixture } from '../../fixtures/fixture.js';
import type { Bench } from '../bench/Bench.js';
import { shows, done } from '../bench/replies.js';
import { fault } from '../fault.js';
import { variants } from '../variants.js';

// What only one of the vendors does.

type Fields = Readonly<Record<string, unknown>>;

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
