import { firstValueFrom } from 'rxjs';
import { isRight } from 'rushes';
import type { VendorName } from 'rushes/testing';
import { answers, shows } from '../bench/acts.js';
import type { Bench } from '../bench/Bench.js';
import { DESKS } from '../bench/desks.js';
import { atEveryVendor, fault } from '../fault.js';
import { named, variants } from '../variants.js';

// Bodies that are JSON, but not as the page has them.

type Fields = Readonly<Record<string, unknown>>;

/** What a look at a job shows whose body is this text. */
async function seenOf(bench: Bench, vendor: VendorName, text: string) {
  const { get } = await bench.wire(vendor, { look: answers('200 OK', text) });
  const seen = bench.see(get('a1'));
  await seen.ended;
  return seen;
}

const bodyOf = (vendor: VendorName, word: 'done' | 'failed' | 'running'): Fields => ({
  ...DESKS[vendor].body('a1', DESKS[vendor].words[word]),
});
/** The text of a body with more fields, as JSON text, behind or before its own. */
const withText = (body: Fields, more: string): string =>
  JSON.stringify(body).replace(/\}$/, `,${more}}`);

fault(
  'C5',
  Object.assign(
    {},
    ...[
      'text/plain',
      'text/html; charset=utf-8',
      'application/octet-stream',
      'application/problem+json',
      'multipart/form-data',
      'no type at all',
      '',
    ].map((type) =>
      named(
        type === '' ? 'no content type' : type,
        atEveryVendor(async (bench, vendor) => {
          const header = type === '' ? [] : [`Content-Type: ${type}`];
          const text = (word: 'done' | 'running', id: string): string =>
            JSON.stringify(DESKS[vendor].body(id, DESKS[vendor].words[word]));
          const { run, server } = await bench.wire(vendor, {
            create: (asked) => asked.answer('201 Created', text('running', asked.commit()), header),
            look: (asked) => asked.answer('200 OK', text('done', server.minted[0] ?? ''), header),
          });
          const seen = bench.see(run());
          expect((await seen.ended).slice(-2)).toEqual(['succeeded', '|']);
          expect(server.posts).toBe(1);
        }),
      ),
    ),
  ) as Parameters<typeof fault>[1],
);

const PLANTED = [
  '"__proto__":{"planted":true,"status":"done","id":"other"}',
  '"constructor":{"prototype":{"planted":true}}',
  '"prototype":{"planted":true}',
].join(',');

/** Nothing that is inherited by all has got a field. */
const expectNothingPlanted = (...values: readonly unknown[]): void => {
  for (const value of [{}, [], () => undefined, ...values]) {
    expect((value as { planted?: boolean } | undefined)?.planted).toBeUndefined();
  }
};

fault('C12', {
  ...named(
    'beside a good body',
    atEveryVendor(async (bench, vendor) => {
      const seen = await seenOf(bench, vendor, withText(bodyOf(vendor, 'done'), PLANTED));
      expect(seen.words).toEqual(['succeeded', '|']);
      const { output, ref, assets } = seen.last;
      expectNothingPlanted(seen.last, output, ref, assets[0]);
      expect(Object.getPrototypeOf(output)).toBe(Object.prototype);
      expect(JSON.stringify([output, ref, assets])).not.toMatch(/planted|__proto__|constructor/);
      expect(ref.id).toBe('a1');
    }),
  ),
  ...named(
    'in place of its fields',
    atEveryVendor(async (bench, vendor) => {
      const text = '{"__proto__":{"id":"a1","status":"done"}}';
      const seen = await seenOf(bench, vendor, text);
      expect(seen.words).toEqual(['!Undecodable', '|']);
    }),
  ),
  ...named(
    'in a create and a refusal',
    atEveryVendor(async (bench, vendor) => {
      const create = [
        answers('400 Bad Request', `{"message":"no",${PLANTED}}`),
        answers('201 Created', `{${PLANTED},"id":"a1"}`),
      ];
      const { run, server } = await bench.wire(vendor, { create });
      const refused = bench.see(run());
      expect(await refused.ended).toEqual(['!Rejected', '|']);
      expectNothingPlanted(refused.error);
      const made = bench.see(run());
      expect((await made.ended).slice(-2)).toEqual(['succeeded', '|']);
      expect(made.last.ref.id).toBe('a1');
      expectNothingPlanted(made.last, made.last.output);
      expect(server.posts).toBe(2);
    }),
  ),
});

fault(
  'C13',
  atEveryVendor(async (bench, vendor) => {
    const { words } = DESKS[vendor];
    const twice = (first: string, last: string): string =>
      JSON.stringify({ ...bodyOf(vendor, 'done'), status: first }).replace(
        /\}$/,
        `,"status":${JSON.stringify(last)}}`,
      );
    const done = await seenOf(bench, vendor, twice(words.running, words.done));
    expect(done.words).toEqual(['succeeded', '|']);
    const running = await seenOf(bench, vendor, twice(words.done, words.running));
    expect(running.words).toEqual(['running', '|']);
    expect(running.last.status).toBe(words.running);
  }),
);

const STRANGE =
  '"brand_new":{"deep":[{"er":[null,1e400,"x"]}]},"":"","toString":1,"then":{},"length":-1,"id2":"b"';

/** Deeper than the call stack. */
const DEEP = `"deep":${'['.repeat(200_000)}${']'.repeat(200_000)}`;

fault('C16', {
  ...atEveryVendor(async (bench, vendor) => {
    const seen = await seenOf(bench, vendor, withText(bodyOf(vendor, 'done'), STRANGE));
    const plain = await seenOf(bench, vendor, JSON.stringify(bodyOf(vendor, 'done')));
    expect(seen.words).toEqual(['succeeded', '|']);
    expect(seen.last.output).toEqual(plain.last.output);
    expect(seen.last.assets.map(({ url }) => url)).toEqual(plain.last.assets.map(({ url }) => url));
    // What nobody knows can still be had.
    expect(seen.last.raw).toMatchObject({ brand_new: { deep: [{}] }, id2: 'b' });
  }),
  ...named(
    'deeper than the call stack',
    atEveryVendor(async (bench, vendor) => {
      const look = answers('200 OK', withText(bodyOf(vendor, 'done'), DEEP));
      const { watch } = await bench.wire(vendor, { look });
      // Beside the bench: what its oracles print a value with is not made for such depths.
      const event = await firstValueFrom(watch('a1'));
      expect(isRight(event) && event.right.phase).toBe('succeeded');
    }),
  ),
});

/** What a body cannot do without. */
const ESSENTIAL: Readonly<Record<VendorName, readonly string[]>> = {
  creatify: ['id', 'status', 'video_output'],
  sync: ['id', 'status', 'outputUrl'],
  magicHour: ['id', 'status', 'downloads'],
  aurous: ['id', 'status', 'refs'],
};

const onlyEssential = (vendor: VendorName, word: 'done' | 'running'): Fields =>
  Object.fromEntries(
    Object.entries(bodyOf(vendor, word)).filter(([name]) => ESSENTIAL[vendor].includes(name)),
  );

fault('C17', {
  ...atEveryVendor(async (bench, vendor) => {
    const { id, status } = bodyOf(vendor, 'running');
    const running = await seenOf(bench, vendor, JSON.stringify({ id, status }));
    expect(running.words).toEqual(['running', '|']);
    const text = JSON.stringify(onlyEssential(vendor, 'done'));
    const done = await seenOf(bench, vendor, text);
    expect(done.words).toEqual(['succeeded', '|']);
    expect(text).not.toMatch(/total_frame_cost|"download"/);
  }),
  'a create that answers the id alone': async (bench) => {
    const create = answers('200 OK', '{"id":"a1"}');
    for (const vendor of ['creatify', 'sync', 'magicHour', 'aurous'] as const) {
      const { run } = await bench.wire(vendor, { create, look: shows('done') });
      const seen = bench.see(run());
      expect(await seen.ended).toEqual(['queued', 'succeeded', '|']);
      expect(seen.values[0]).toMatchObject({ status: '', ref: { id: 'a1' } });
    }
  },
});

/** Every field that is not essential, as null, as text and as what it is not. */
const LOOSE: Readonly<Record<VendorName, readonly string[]>> = {
  creatify: ['progress', 'credits_used', 'duration', 'video_thumbnail', 'created_at', 'preview'],
  sync: ['outputDuration', 'progress_percent', 'model', 'createdAt', 'segmentOutputUrl', 'error'],
  magicHour: ['width', 'height', 'fps', 'credits_charged', 'name', 'created_at', 'error', 'type'],
  aurous: ['name', 'attributes', 'client_reference_id', 'error_message', 'created_at'],
};

const OTHER_VALUES = [null, '42', 42, true, [], {}, '', [null], { url: 5 }];

fault('C18', {
  ...named(
    'any value in any field that is not essential',
    atEveryVendor(async (bench, vendor) => {
      for (const value of OTHER_VALUES) {
        const loose = Object.fromEntries(LOOSE[vendor].map((name) => [name, value]));
        const body = { ...loose, ...onlyEssential(vendor, 'done') };
        const seen = await seenOf(bench, vendor, JSON.stringify(body));
        expect([value, seen.words]).toEqual([value, ['succeeded', '|']]);
        expect(seen.last.raw).toEqual(body);
      }
    }),
  ),
  ...variants(
    [
      ['creatify', { credits_used: '42', progress: '42' }, 42, 0.42],
      ['sync', { progress_percent: '42' }, undefined, 0.42],
      ['magicHour', { credits_charged: '42' }, 42, undefined],
    ] as const,
    async (bench, vendor, said, credits, progress) => {
      const text = JSON.stringify({ ...bodyOf(vendor, 'running'), ...said });
      const seen = await seenOf(bench, vendor, text);
      expect(seen.words).toEqual(['running', '|']);
      expect(seen.last.credits).toBe(credits);
      expect(seen.last.progress).toBe(progress);
    },
  ),
});

const NOON = Date.UTC(2026, 10, 22, 12);

/** Where each vendor says when a job was made. */
const MADE_AT: Readonly<Record<VendorName, string>> = {
  creatify: 'created_at',
  sync: 'createdAt',
  magicHour: 'created_at',
  aurous: 'created_at',
};

const MOMENTS: readonly (readonly [said: unknown, moment: number | undefined])[] = [
  ['2026-11-22T12:00:00', NOON],
  ['2026-11-22T12:00:00Z', NOON],
  ['2026-11-22T14:00:00.000000+02:00', NOON],
  ['2026-11-22 12:00:00', NOON],
  [NOON, NOON],
  [NOON / 1000, NOON],
  [String(NOON), NOON],
  ['9999-12-31T23:59:59.999Z', Date.UTC(9999, 11, 31, 23, 59, 59, 999)],
  ['10000-01-01T00:00:00Z', undefined],
  ['2026-02-30T00:00:00Z', undefined],
  ['', undefined],
  [null, undefined],
  ['yesterday', undefined],
  [-1, undefined],
  [1e18, undefined],
  [{}, undefined],
];

fault('C22', {
  ...atEveryVendor(async (bench, vendor) => {
    for (const [said, moment] of MOMENTS) {
      const body = { ...bodyOf(vendor, 'done'), [MADE_AT[vendor]]: said };
      const seen = await seenOf(bench, vendor, JSON.stringify(body));
      expect([said, seen.words]).toEqual([said, ['succeeded', '|']]);
      expect([said, seen.last.createdAt]).toEqual([said, moment]);
    }
  }),
  'of the end of a URL': async (bench) => {
    for (const [said, moment] of MOMENTS) {
      const downloads = [{ url: 'https://files.magichour.example/a.mp4', expires_at: said }];
      const text = JSON.stringify({ ...bodyOf('magicHour', 'done'), downloads });
      const seen = await seenOf(bench, 'magicHour', text);
      expect([said, seen.words]).toEqual([said, ['succeeded', '|']]);
      expect([said, seen.last.assets[0]?.expiresAt]).toEqual([said, moment]);
    }
  },
});
