import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firstValueFrom, toArray } from 'rxjs';
import type { JobStore } from 'rushes';
import { unwrap } from 'rushes';
import { fileStore } from 'rushes/node';
import type { VendorName } from 'rushes/testing';
import { pause } from '../../wire/http/oracles.js';
import { afterMs, commitsAnd, shows } from '../bench/acts.js';
import type { Bench, Wired } from '../bench/Bench.js';
import type { Act, Asked, Script } from '../bench/ModelServer.js';
import type { Child } from '../bench/useChildren.js';
import { useChildren } from '../bench/useChildren.js';
import { atEveryVendor, atVendorsFrom, fault } from '../fault.js';
import { named } from '../variants.js';

// A process is killed at each point of a purchase; another one goes on over the same folder.

const children = useChildren('spec/faults/death/programs');

/** The folder of a store, for a bench. */
function folderFor(bench: Bench): string {
  const folder = mkdtempSync(join(tmpdir(), 'rushes-death-'));
  bench.closeLater(async () => rmSync(folder, { recursive: true }));
  return folder;
}

interface Shop extends Wired {
  readonly folder: string;
  readonly store: JobStore;
  /** Begins a process that buys. */
  readonly start: (death?: string, order?: string, key?: string) => Child;
}

async function shopAt(bench: Bench, vendor: VendorName, script: Script = {}): Promise<Shop> {
  const folder = folderFor(bench);
  const store = fileStore(folder);
  bench.alsoStoredIn(store);
  const wired = await bench.wire(vendor, script, { store });
  const start = (death = '', order = bench.order(), key = ''): Child =>
    children.start(bench, 'shop', vendor, wired.server.url, folder, order, death, key);
  return { ...wired, folder, store, start };
}

const killed = async (child: Child): Promise<void> => expect(await child.ended).toBe('SIGKILL');

/** What a new process finds to go on with. */
const resumedBy = ({ client }: Pick<Shop, 'client'>) =>
  firstValueFrom(client.resume().pipe(toArray()));

fault(
  'L1',
  atVendorsFrom('creatify', async (bench, vendor) => {
    const shop = await shopAt(bench, vendor);
    await killed(shop.start('before:1'));
    expect(await unwrap(shop.client.intents())).toEqual([]);
    expect(await resumedBy(shop)).toEqual([]);
    expect(shop.server.asked).toEqual([]);
  }),
);

fault(
  'L2',
  atVendorsFrom('sync', async (bench, vendor) => {
    const shop = await shopAt(bench, vendor);
    await killed(shop.start('after:1'));
    const open = await unwrap(shop.client.intents());
    expect(open).toMatchObject([{ state: 'pending', provider: expect.any(String) }]);
    expect(await resumedBy(shop)).toEqual([]);
    // Nobody sends it by himself.
    await pause(50);
    expect(shop.server.posts).toBe(0);
    const settled = await unwrap(shop.client.resolveIntent(open[0]!.intentId, 'not-submitted'));
    expect(settled.state).toBe('not-sent');
    expect(await unwrap(shop.client.intents())).toEqual([]);
  }),
);

/** The vendor makes the job, and the process dies before it hears of it. */
const killsAfterCommit =
  (childOf: () => Child): Act =>
  (asked) => {
    asked.commit();
    childOf().signal('SIGKILL');
  };

async function lostAfterCommit(bench: Bench, vendor: VendorName, other: Act): Promise<Shop> {
  const started: Child[] = [];
  const create = killsAfterCommit(() => started[0]!);
  const shop = await shopAt(bench, vendor, { create, other });
  started.push(shop.start());
  await killed(started[0]!);
  return shop;
}

/** Creatify's and Aurous's lists, with the one job that was made. */
const listed = (asked: Asked): void => {
  const { path, method, desk } = asked;
  const made = { ...desk.body(`job-1-${desk.vendor}`, desk.words.done) };
  const job = {
    ...made,
    created_at: new Date().toISOString(),
    createdAt: new Date().toISOString(),
  };
  const isList = method === 'GET' && !path.includes('job-1');
  if (!isList) return asked.answer('404 Not Found', {});
  asked.answer('200 OK', desk.vendor === 'aurous' ? { data: [job], has_more: false } : [job]);
};

fault('L3', {
  ...named(
    'is listed',
    atEveryVendor(async (bench, vendor) => {
      const shop = await lostAfterCommit(bench, vendor, listed);
      expect(await unwrap(shop.client.intents())).toMatchObject([{ state: 'pending' }]);
      expect(await resumedBy(shop)).toEqual([]);
      expect(shop.server.posts).toBe(1);
    }),
  ),
  ...named(
    'is looked for',
    atEveryVendor(async (bench, vendor) => {
      const shop = await lostAfterCommit(bench, vendor, listed);
      const { client, server } = shop;
      const [intent] = await unwrap(client.intents());
      const found = await unwrap(client.reconcile(intent!.intentId));
      if (vendor === 'magicHour') {
        expect(found).toMatchObject({ type: 'unsupported' });
        return;
      }
      expect(found).toMatchObject({ type: 'found', ref: { id: server.minted[0] } });
      if (found.type !== 'found') return;
      await unwrap(client.resolveIntent(intent!.intentId, found.ref));
      expect(await unwrap(client.intents())).toEqual([]);
      const [resumed] = await resumedBy(shop);
      const words = await bench.ended(resumed!.job$);
      expect(words.slice(-2)).toEqual(['succeeded', '|']);
      expect(server.posts).toBe(1);
    }),
  ),
});

const goesOn = async (bench: Bench, shop: Shop): Promise<void> => {
  const [resumed, ...others] = await resumedBy(shop);
  expect(others).toEqual([]);
  expect(resumed?.ref.id).toBe(shop.server.minted[0]);
  const words = await bench.ended(resumed!.job$);
  expect(words.slice(-2)).toEqual(['succeeded', '|']);
  expect(shop.server.posts).toBe(1);
  expect(await unwrap(shop.client.intents())).toEqual([]);
  // What has ended is not begun again.
  expect(await resumedBy(shop)).toEqual([]);
};

fault('L5', {
  ...named(
    'in its intent',
    atVendorsFrom('magicHour', async (bench, vendor) => {
      const shop = await shopAt(bench, vendor);
      await killed(shop.start('after:2'));
      await goesOn(bench, shop);
    }),
  ),
  ...named(
    'as a job',
    atVendorsFrom('aurous', async (bench, vendor) => {
      const shop = await shopAt(bench, vendor);
      await killed(shop.start('after:3'));
      await goesOn(bench, shop);
    }),
  ),
});

fault('L6', {
  ...named(
    'between looks',
    atVendorsFrom('creatify', async (bench, vendor) => {
      const started: Child[] = [];
      const look: readonly Act[] = [
        shows('running'),
        () => started[0]?.signal('SIGKILL'),
        shows('running'),
        shows('done'),
      ];
      const shop = await shopAt(bench, vendor, { look });
      started.push(shop.start());
      await killed(started[0]!);
      await goesOn(bench, shop);
    }),
  ),
  ...named(
    'where the end is told',
    atVendorsFrom('sync', async (bench, vendor) => {
      const shop = await shopAt(bench, vendor, { look: shows('done') });
      await killed(shop.start('in:succeeded'));
      await goesOn(bench, shop);
    }),
  ),
});

fault(
  'L7',
  Object.fromEntries(
    [
      ['before', 'linkSync', 1],
      ['after', 'linkSync', 1],
      ['after', 'linkSync', 2],
      ['before', 'unlinkSync', 2],
      ['after', 'unlinkSync', 3],
      ['after', 'fsyncSync', 2],
    ].map(([when, call, nth]) => [
      `${when} ${call} ${nth}`,
      async (bench: Bench) => {
        const folder = folderFor(bench);
        const args = [folder, 'x', '600000', String(call), String(nth), String(when)];
        const child = children.start(bench, 'writeOn', ...args);
        await killed(child);
        const said = child.lines.filter((line) => line.startsWith('x-'));
        expect(said.length).toBeGreaterThan(1);
        const records = await firstValueFrom(fileStore(folder).list('job/'));
        const ids = new Set(records.map((one) => (one.type === 'job' ? one.ref.id : '')));
        expect(said.filter((id) => !ids.has(id))).toEqual([]);
      },
    ]),
  ),
);

/** Asks a process to end, and demands that it does within a second or so. */
async function askedToEnd(child: Child): Promise<void> {
  const begun = performance.now();
  child.signal('SIGTERM');
  expect(await child.ended).toBe(0);
  expect(performance.now() - begun).toBeLessThan(3_000);
}

fault('L9', {
  ...named(
    'while a job runs',
    atVendorsFrom('magicHour', async (bench, vendor) => {
      let asked: (() => void) | undefined;
      const isAsked = new Promise<void>((resolve) => (asked = resolve));
      const look: readonly Act[] = [() => asked?.(), shows('done')];
      const shop = await shopAt(bench, vendor, { look });
      const child = shop.start();
      await isAsked;
      await askedToEnd(child);
      expect(child.lines.slice(-2)).toEqual(['!Closed', '|']);
      await goesOn(bench, shop);
    }),
  ),
  ...named(
    'while a create is on its way',
    atVendorsFrom('aurous', async (bench, vendor) => {
      let asked: (() => void) | undefined;
      const isAsked = new Promise<void>((resolve) => (asked = resolve));
      const create = commitsAnd(() => asked?.());
      const shop = await shopAt(bench, vendor, { create });
      const child = shop.start();
      await isAsked;
      await askedToEnd(child);
      expect(child.lines).toEqual(['!SubmissionUnknown', '|']);
      expect(await unwrap(shop.client.intents())).toMatchObject([{ state: 'unknown' }]);
    }),
  ),
});

fault(
  'I10',
  atVendorsFrom('creatify', async (bench, vendor) => {
    const create = afterMs(150, (asked) =>
      asked.answer('200 OK', asked.job(asked.desk.words.running)),
    );
    const shop = await shopAt(bench, vendor, { create, look: shows('done') });
    const order = bench.order();
    const both = [1, 2].map(() => shop.start('', order, 'one-key'));
    expect(await Promise.all(both.map((child) => child.ended))).toEqual([0, 0]);
    expect(shop.server.minted).toHaveLength(1);
    const ends = both.map(({ lines }) => lines.slice(-2)[0]);
    // Who came second either finds the job, or is told that another's answer is on its way.
    const good = [`succeeded ${shop.server.minted[0]}`, '!SubmissionUnknown'];
    expect(ends.filter((end) => !good.includes(end ?? ''))).toEqual([]);
    expect(ends).toContain(good[0]);
    // From now on, both find it.
    const third = shop.start('', order, 'one-key');
    expect(await third.ended).toBe(0);
    expect(third.lines.slice(-2)).toEqual([good[0], '|']);
    expect(shop.server.minted).toHaveLength(1);
  }),
);
