import type { JobRef, SubmissionIntent } from 'rushes';
import type { Aurous } from 'rushes/aurous';
import type { Creatify } from 'rushes/creatify';
import type { MagicHour } from 'rushes/magic-hour';
import type { Sync } from 'rushes/sync';
import type { VendorName } from 'rushes/testing';
import { ID } from '../../engine/bodies.js';
import type { Reply } from '../../engine/scriptedPort.js';
import { answer } from '../../engine/scriptedPort.js';
import { DESKS } from '../bench/desks.js';
import type { Opened } from '../bench/places.js';
import { START } from '../bench/places.js';
import { shows, done, running } from '../bench/replies.js';
import { atEveryVendor, fault } from '../fault.js';
import { records } from '../oracles/records.js';
import { named, variants } from '../variants.js';
import { told, watched } from './watched.js';

// How a job ends, and what may still change after that.

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

type Fields = Readonly<Record<string, unknown>>;

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
