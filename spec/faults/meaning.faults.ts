import type { JobRef, SubmissionIntent } from 'rushes';
import { toResult } from 'rushes';
import type { Aurous } from 'rushes/aurous';
import type { Creatify } from 'rushes/creatify';
import type { MagicHour } from 'rushes/magic-hour';
import type { Sync } from 'rushes/sync';
import type { VendorName } from 'rushes/testing';
import { ID } from '../engine/bodies.js';
import type { Reply } from '../engine/scriptedPort.js';
import { answer } from '../engine/scriptedPort.js';
import type { Bench } from './bench/Bench.js';
import { DESKS } from './bench/desks.js';
import type { Opened } from './bench/places.js';
import { START } from './bench/places.js';
import { atEveryVendor, fault } from './fault.js';
import { records } from './oracles/records.js';
import { named, variants } from './variants.js';

// What a job says of itself: histories of looks in virtual time, at every vendor where they can be had.

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

type Fields = Readonly<Record<string, unknown>>;

/** A look at the job under the vendor's word. */
const shows = (vendor: VendorName, word: string, more: Fields = {}): Reply =>
  answer(200, { ...DESKS[vendor].body(ID, word), ...more });

const done = (vendor: VendorName, more?: Fields): Reply =>
  shows(vendor, DESKS[vendor].words.done, more);
const running = (vendor: VendorName, more?: Fields): Reply =>
  shows(vendor, DESKS[vendor].words.running, more);

/** Watches one job through a history of looks, to its end. */
function watched(bench: Bench, vendor: VendorName, replies: readonly Reply[]) {
  const scene = bench.scripted(replies);
  const client = scene.open(vendor);
  const seen = bench.see(client.watch(ID, { emit: 'looks' }));
  scene.time.flush();
  return { ...scene, ...client, seen };
}

const told = (bench: Bench, type: string) => bench.told.filter((event) => event.type === type);

fault(
  'D1',
  atEveryVendor((bench, vendor) => {
    const odd = shows(vendor, 'post_processing');
    const { seen } = watched(bench, vendor, [running(vendor), odd, odd, odd, done(vendor)]);
    expect(seen.words).toEqual(['running', 'unknown', 'unknown', 'unknown', 'succeeded', '|']);
    expect(seen.values[1]).toMatchObject({ status: 'post_processing', ref: { id: ID } });
    expect(told(bench, 'unknown-status')).toMatchObject([{ status: 'post_processing' }]);
  }),
);

fault(
  'D2',
  variants(
    [
      ['creatify', 'Done', 'succeeded'],
      ['creatify', 'IN_QUEUE', 'queued'],
      ['creatify', 'in queue', 'unknown'],
      ['creatify', 'completed', 'unknown'],
      ['creatify', 'cancelled', 'unknown'],
      ['sync', 'completed', 'succeeded'],
      ['sync', 'CANCELED', 'canceled'],
      ['sync', 'Cancelled', 'canceled'],
      ['sync', 'TIMED_OUT', 'failed'],
      ['sync', 'DONE', 'unknown'],
      ['magicHour', 'COMPLETE', 'succeeded'],
      ['magicHour', 'Canceled', 'canceled'],
      ['magicHour', 'cancelled', 'unknown'],
      ['magicHour', 'completed', 'unknown'],
      ['aurous', 'Ready', 'succeeded'],
      ['aurous', 'cancelled', 'canceled'],
      ['aurous', 'canceled', 'unknown'],
      ['aurous', 'constructor', 'unknown'],
    ] as const,
    (bench, vendor, word, phase) => {
      // The body of a finished job, whatever its word.
      const body = { ...DESKS[vendor].body(ID, DESKS[vendor].words.done), status: word };
      const { seen } = watched(bench, vendor, [answer(200, body), done(vendor)]);
      expect(seen.values[0]).toMatchObject({ phase, status: word });
      const isEnd = phase !== 'unknown' && phase !== 'queued';
      expect(seen.words).toEqual(isEnd ? [phase, '|'] : [phase, 'succeeded', '|']);
    },
  ),
);

fault('D3', {
  ...variants(
    [
      ['creatify', 'pending'],
      ['sync', 'PENDING'],
      ['magicHour', 'queued'],
    ] as const,
    (bench, vendor, queued) => {
      const back = [running(vendor), shows(vendor, queued), running(vendor), done(vendor)];
      const { seen } = watched(bench, vendor, back);
      expect(seen.words).toEqual(['running', 'queued', 'running', 'succeeded', '|']);
    },
  ),
  'aurous, out of a review': (bench) => {
    const scene = bench.scripted([
      shows('aurous', 'reviewing'),
      shows('aurous', 'synthesizing'),
      shows('aurous', 'ready'),
    ]);
    const seen = bench.see(scene.open('aurous').watch(ID, { until: 'terminal' }));
    scene.time.flush();
    expect(seen.words).toEqual(['needs-action', 'running', 'succeeded', '|']);
  },
});

/** Where a vendor reports progress. */
const PROGRESS = { creatify: 'progress', sync: 'progress_percent' } as const;

/** A look that reports progress as this text of JSON, or of what is none. */
function reports(vendor: keyof typeof PROGRESS, literal: string): Reply {
  const body = DESKS[vendor].body(ID, DESKS[vendor].words.running);
  const text = JSON.stringify({ ...body, [PROGRESS[vendor]]: 'LITERAL' });
  const headers = { 'content-type': 'application/json' };
  return answer(200, text.replace('"LITERAL"', literal), { headers });
}

fault('D4', {
  ...variants(
    [
      ['creatify', '101', 0.99],
      ['creatify', '5000', 0.99],
      ['creatify', '1e999', undefined],
      ['creatify', '-1', undefined],
      ['creatify', '-1e999', undefined],
      ['creatify', 'null', undefined],
      ['creatify', '"50%"', undefined],
      ['creatify', '"50"', 0.5],
      ['creatify', '[50]', undefined],
      ['creatify', 'true', undefined],
      ['creatify', '0.5', 0.5],
      ['creatify', '50', 0.5],
      ['sync', '101', 0.99],
      ['sync', '1e999', undefined],
      ['sync', '-1', undefined],
      ['sync', 'null', undefined],
      ['sync', '"50%"', undefined],
      // Documented as percent: half of one.
      ['sync', '0.5', 0.005],
      ['sync', '50', 0.5],
    ] as const,
    (bench, vendor, literal, shown) => {
      const { seen } = watched(bench, vendor, [reports(vendor, literal), done(vendor)]);
      expect(seen.values.map(({ progress }) => progress)).toEqual([shown, 1]);
    },
  ),
  'NaN, which is no JSON': (bench) => {
    const looks = [reports('creatify', '50'), reports('creatify', 'NaN'), done('creatify')];
    const { seen, port } = watched(bench, 'creatify', looks);
    expect(seen.values.map(({ progress }) => progress)).toEqual([0.5, 1]);
    expect(port.looks).toHaveLength(3);
  },
});

fault(
  'D5',
  variants([['creatify'], ['sync']] as const, (bench, vendor) => {
    const said = [10, 40, 20, null, 50, 0];
    const looks = said.map((value) => running(vendor, { [PROGRESS[vendor]]: value }));
    const { seen } = watched(bench, vendor, [...looks, done(vendor)]);
    const shown = seen.values.map(({ progress }) => progress);
    expect(shown).toEqual([0.1, 0.4, 0.4, 0.4, 0.5, 0.5, 1]);
    const raw = seen.values.slice(0, -1).map((value) => (value.raw as Fields)[PROGRESS[vendor]]);
    expect(raw).toEqual(said);
  }),
);

fault(
  'D6',
  variants([['creatify'], ['sync']] as const, (bench, vendor) => {
    const full = running(vendor, { [PROGRESS[vendor]]: 100 });
    const scene = bench.scripted(({ at }) => (at < START + HOUR_MS ? full : done(vendor)));
    const seen = bench.see(scene.open(vendor).watch(ID, { emit: 'looks' }));
    scene.time.flush();
    expect(seen.words.slice(-2)).toEqual(['succeeded', '|']);
    const before = seen.values.slice(0, -1);
    expect(new Set(before.map(({ phase }) => phase))).toEqual(new Set(['running']));
    expect(Math.max(...before.map(({ progress = 1 }) => progress))).toBe(0.99);
    expect(seen.last.observedAt).toBeGreaterThanOrEqual(START + HOUR_MS);
  }),
);

fault(
  'D8',
  atEveryVendor((bench, vendor) => {
    const { words, body } = DESKS[vendor];
    const early = answer(200, { ...body(ID, words.done), status: words.running });
    const { seen } = watched(bench, vendor, [early, early, done(vendor)]);
    expect(seen.words).toEqual(['running', 'running', 'succeeded', '|']);
    expect(seen.values[0]?.output).toBeUndefined();
    expect(seen.last.output).toBeDefined();
  }),
);

/** What each vendor says of a failure, beside its word. */
const REASON: Readonly<Record<VendorName, Fields>> = {
  creatify: { failed_reason: 'no face' },
  sync: { error: 'no face', errorCode: 'generation_no_face' },
  magicHour: { error: { code: 'no_face', message: 'no face' } },
  aurous: { error_message: { code: 'no_face', message: 'no face' } },
};

fault('D9', {
  ...named(
    'failed',
    atEveryVendor((bench, vendor) => {
      const { words, body } = DESKS[vendor];
      const both = { ...body(ID, words.done), ...REASON[vendor], status: words.failed };
      // sync.so is asked for its list of codes, which it does not have here.
      const { seen } = watched(bench, vendor, [answer(200, both), answer(404)]);
      expect(seen.words).toEqual(['failed', '|']);
      expect(seen.last).toMatchObject({ raw: both, failure: { message: 'no face' } });
      expect(seen.last.output).toBeUndefined();
    }),
  ),
  ...named(
    'done',
    atEveryVendor((bench, vendor) => {
      const { seen } = watched(bench, vendor, [done(vendor, REASON[vendor])]);
      expect(seen.words).toEqual(['succeeded', '|']);
      expect(seen.last).toMatchObject({ raw: REASON[vendor] });
      expect(seen.last.output).toBeDefined();
      expect(seen.last.failure).toBeUndefined();
    }),
  ),
});

const saysAfterTheEnd = (later: 'running' | 'failed') =>
  atEveryVendor((bench, vendor) => {
    const other = shows(vendor, DESKS[vendor].words[later]);
    const { seen, get, watch } = watched(bench, vendor, [done(vendor), other]);
    expect(seen.words).toEqual(['succeeded', '|']);
    expect(bench.see(get(ID)).words).toEqual(['succeeded', '|']);
    expect(bench.see(watch(ID)).words).toEqual(['succeeded', '|']);
    expect(told(bench, 'anomaly')).toMatchObject([{ ref: { id: ID } }]);
  });

fault('D10', {
  ...named('running', saysAfterTheEnd('running')),
  ...named('failed', saysAfterTheEnd('failed')),
});

fault('D13', {
  ...variants(
    [
      ['magicHour', 'draft', 'queued'],
      ['magicHour', 'canceled', 'canceled'],
      ['sync', 'REJECTED', 'failed'],
      ['creatify', 'rejected', 'failed'],
    ] as const,
    (bench, vendor, word, phase) => {
      const { seen } = watched(bench, vendor, [shows(vendor, word), done(vendor)]);
      expect(seen.values[0]).toMatchObject({ phase, status: word });
      expect(seen.words).toEqual(phase === 'queued' ? [phase, 'succeeded', '|'] : [phase, '|']);
    },
  ),
  'a draft that nobody hands in': (bench) => {
    const scene = bench.scripted([shows('magicHour', 'draft')]);
    const seen = bench.see(scene.open('magicHour').watch(ID, { deadlineMs: HOUR_MS }));
    scene.time.flush();
    expect(seen.words).toEqual(['queued', '!DeadlineExceeded', '|']);
    expect(scene.time.now()).toBe(START + HOUR_MS);
  },
});

fault('D14', {
  'a stream': (bench) => {
    const looks = [running('aurous'), shows('aurous', 'reviewing')];
    const { seen, time } = watched(bench, 'aurous', looks);
    expect(seen.words).toEqual(['running', 'needs-action', '|']);
    expect(seen.last).toMatchObject({ preview: { refs: [{ pose: 'front' }] } });
    expect(seen.last.actions).toContain('save');
    expect(time.pending()).toBe(0);
  },
  'a result': (bench) => {
    const scene = bench.scripted([shows('aurous', 'reviewing')]);
    const seen = bench.see(scene.open('aurous').watch(ID).pipe(toResult()));
    expect(seen.words).toEqual(['!ActionNeeded', '|']);
    expect(seen.error).toMatchObject({ snapshot: { ref: { id: ID }, phase: 'needs-action' } });
  },
});

fault(
  'D15',
  variants(
    [
      ['aurous', { status: 'deleted' }],
      ['magicHour', { enabled: false, status: 'complete' }],
      ['magicHour', { enabled: false, status: 'rendering' }],
    ] as const,
    (bench, vendor, said) => {
      const { seen, watch } = watched(bench, vendor, [running(vendor), done(vendor, said)]);
      expect(seen.words).toEqual(['running', 'gone', '|']);
      expect(seen.last).toMatchObject({ ref: { id: ID }, status: said.status });
      expect(seen.last.output).toBeUndefined();
      const result = bench.see(watch(ID).pipe(toResult()));
      expect(result.words).toEqual(['!JobGone', '|']);
      expect(result.error.jobMayBeRunning).toBe(false);
    },
  ),
);

fault(
  'D16',
  atEveryVendor((bench, vendor) => {
    const scene = bench.scripted(({ at }) =>
      at <= START + DAY_MS ? running(vendor) : done(vendor),
    );
    const { watch } = scene.open(vendor);
    const seen = bench.see(watch(ID));
    scene.time.flush();
    expect(seen.words).toEqual(['running', '!DeadlineExceeded', '|']);
    expect(seen.error).toMatchObject({ ref: { id: ID }, jobMayBeRunning: true, retryable: true });
    expect(scene.time.now()).toBe(START + DAY_MS);
    const { ref } = seen.error;
    scene.time.advance(1);
    // The very job, by the reference alone.
    const again = bench.see(scene.open(vendor).client.watch(ref as JobRef));
    scene.time.flush();
    expect(again.words).toEqual(['succeeded', '|']);
    expect(again.last.ref.id).toBe(ID);
  }),
);

fault(
  'D17',
  variants(
    [
      ['creatify', 'credits_used'],
      ['magicHour', 'credits_charged'],
    ] as const,
    (bench, vendor, field) => {
      const looks = [432, 432, 400, 0].map((credits) => done(vendor, { [field]: credits }));
      const { seen, get, watch } = watched(bench, vendor, looks);
      expect(seen.last.credits).toBe(432);
      const later = [get(ID), get(ID), get(ID)].map((look$) => bench.see(look$));
      expect(later.map(({ last }) => last.credits)).toEqual([432, 400, 0]);
      expect(bench.see(watch(ID)).last.credits).toBe(0);
      expect(seen.words).toEqual(['succeeded', '|']);
      expect(told(bench, 'anomaly')).toEqual([]);
    },
  ),
);

/** What refreshes the files of a vendor's job. */
const REFRESH = {
  creatify: ({ client }: Opened) => (client as Creatify).aurora.refresh(ID),
  sync: ({ client }: Opened) => (client as Sync).generations.refresh(ID),
  magicHour: ({ client }: Opened) => (client as MagicHour).videos.refresh(ID),
  aurous: ({ client }: Opened) => (client as Aurous).characters.refresh(ID),
} as const;

fault(
  'D18',
  atEveryVendor((bench, vendor) => {
    const text = JSON.stringify(DESKS[vendor].body(ID, DESKS[vendor].words.done));
    const signed = (signature: number): Reply =>
      answer(200, JSON.parse(text.replace(/\.(mp4|png)"/g, `.$1?sig=${signature}"`)) as Fields);
    const scene = bench.scripted(({ method }, index) => signed(method === 'POST' ? 0 : index));
    const opened = scene.open(vendor);
    const seen = bench.see(opened.run());
    scene.time.flush();
    expect(seen.words.slice(-2)).toEqual(['succeeded', '|']);
    const looks = scene.port.looks.length;
    scene.time.advance(2 * DAY_MS);
    const fresh = bench.see(REFRESH[vendor](opened));
    expect(fresh.last.map(({ url }) => url)).toEqual([
      expect.stringMatching(new RegExp(`\\?sig=${looks + 1}$`)),
    ]);
    expect(scene.port.looks).toHaveLength(looks + 1);
    expect(scene.port.posts).toHaveLength(1);
  }),
);

fault(
  'D20',
  atEveryVendor(async (bench, vendor) => {
    const scene = bench.scripted(({ method }) =>
      method === 'POST' ? running(vendor) : done(vendor),
    );
    const { run } = scene.open(vendor);
    const seen = [bench.see(run()), bench.see(run())];
    scene.time.flush();
    expect(scene.port.posts).toHaveLength(2);
    for (const { words } of seen) expect(words.slice(-2)).toEqual(['succeeded', '|']);
    expect(told(bench, 'anomaly')).toMatchObject([
      { ref: { id: ID }, message: 'two creates were answered with the same id' },
    ]);
    // Two were paid for: the store has both.
    const intents = (await records([bench.store])).filter(({ type }) => type === 'intent');
    expect(intents).toMatchObject([
      { state: 'created', ref: { id: ID } },
      { state: 'created', ref: { id: ID } },
    ]);
    expect(new Set(intents.map((one) => (one as SubmissionIntent).intentId)).size).toBe(2);
  }),
);
