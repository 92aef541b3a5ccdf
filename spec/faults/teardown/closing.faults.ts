import { firstValueFrom, toArray } from 'rxjs';
import type { JobRef } from 'rushes';
import { isLeft, tokenBucket } from 'rushes';
import type { VendorName } from 'rushes/testing';
import { until } from '../../wire/http/oracles.js';
import { afterMs, commitsAnd, hangs, refuses, shows } from '../bench/acts.js';
import type { Bench } from '../bench/Bench.js';
import type { Act } from '../bench/ModelServer.js';
import type { Opened } from '../bench/places.js';
import type { Watched } from '../bench/Seen.js';
import { atEveryVendor, fault } from '../fault.js';
import { named } from '../variants.js';

// A client is closed with fifty jobs on its hands.

const JOBS = 50;
/** A second, and what a busy machine needs for fifty connections that end. */
const SOON_MS = 1_500;

/** A client that buys fifty jobs; each is watched. */
async function fifty(bench: Bench, vendor: VendorName, create: Act) {
  const wired = await bench.wire(
    vendor,
    { create, look: shows('running') },
    // Nothing waits for a token here.
    { cadence: () => 20, limiter: tokenBucket({ perMinute: Infinity, burst: Infinity }) },
  );
  const runs = Array.from({ length: JOBS }, () => wired.run());
  const all = runs.map((job$) => bench.see(job$));
  await until(() => wired.server.posts === JOBS);
  return { ...wired, all, runs };
}

/** Closes, twice at once and once more; gives how long the first took, in milliseconds. */
async function closed({ client }: Opened): Promise<number> {
  const begun = performance.now();
  await Promise.all([client.close(), client.close()]);
  const tookMs = performance.now() - begun;
  await client.close();
  return tookMs;
}

async function idsStored(bench: Bench): Promise<readonly string[]> {
  const records = await bench.stored();
  return records.flatMap((record) => (record.type === 'job' ? [record.ref.id] : [])).sort();
}

async function outcomes(bench: Bench): Promise<readonly string[]> {
  const records = await bench.stored();
  return records.flatMap((record) => (record.type === 'intent' ? [record.state] : []));
}

/** Every method says that the client is closed, and nothing is sent. */
async function saysClosed(
  bench: Bench,
  { client, get, run, watch }: Opened,
  ref: JobRef,
): Promise<void> {
  const streams: readonly Watched<unknown>[] = [
    run(),
    watch('a1'),
    get('a1'),
    client.intents(),
    client.reconcile('an-intent'),
    client.resolveIntent('an-intent', 'not-submitted'),
    client.watch(ref),
  ];
  for (const stream$ of streams) expect(await bench.ended(stream$)).toEqual(['!Closed', '|']);
  expect((await bench.thrownBy(() => firstValueFrom(client.resume())))._tag).toBe('Closed');
}

fault('H9', {
  ...named(
    'that run',
    atEveryVendor(async (bench, vendor) => {
      const place = await fifty(bench, vendor, shows('running'));
      const { all, open, runs, server } = place;
      await until(() => all.every(({ words }) => words.at(-1) === 'running'));
      expect(await closed(place)).toBeLessThan(SOON_MS);
      for (const seen of all) {
        expect(seen.words.slice(-2)).toEqual(['!Closed', '|']);
        expect(seen.error).toMatchObject({ jobMayBeRunning: true, ref: seen.last.ref });
      }
      expect(server.minted).toHaveLength(JOBS);
      expect(await idsStored(bench)).toEqual([...server.minted].sort());
      const asked = server.asked.length;
      await saysClosed(bench, place, all[0]!.last.ref);
      for (const job$ of runs) expect(await bench.ended(job$)).toEqual(['!Closed', '|']);
      expect(server.asked).toHaveLength(asked);
      // The next client of the store has them all.
      const jobs = await firstValueFrom(open().client.resume().pipe(toArray()));
      expect(jobs.map(({ ref }) => ref.id).sort()).toEqual([...server.minted].sort());
    }),
  ),
  ...named(
    'whose creates are answered meanwhile',
    atEveryVendor(async (bench, vendor) => {
      const place = await fifty(bench, vendor, afterMs(150, shows('running')));
      expect(await closed(place)).toBeLessThan(SOON_MS);
      for (const { words } of place.all) expect(words.at(-1)).toBe('|');
      expect(place.server.minted).toHaveLength(JOBS);
      expect(await idsStored(bench)).toEqual([...place.server.minted].sort());
      expect(new Set(await outcomes(bench))).toEqual(new Set(['created']));
    }),
  ),
  ...named(
    'whose creates are never answered',
    atEveryVendor(async (bench, vendor) => {
      const place = await fifty(bench, vendor, commitsAnd(hangs));
      expect(await closed(place)).toBeLessThan(SOON_MS);
      for (const { words } of place.all) expect(words).toEqual(['!SubmissionUnknown', '|']);
      expect(await outcomes(bench)).toEqual(Array(JOBS).fill('unknown'));
      const known = await firstValueFrom(place.open().client.intents());
      expect(known).toMatchObject({ right: { length: JOBS } });
    }),
  ),
  'whose creates wait to be sent again': async (bench) => {
    const busy = refuses('429 Slow down', 'slow', 'slow', ['Retry-After: 60']);
    const place = await fifty(bench, 'creatify', busy);
    await until(() => bench.told.filter(({ type }) => type === 'retry').length === JOBS);
    expect(await closed(place)).toBeLessThan(SOON_MS);
    for (const seen of place.all) {
      expect(seen.words).toEqual(['!Closed', '|']);
      expect(seen.error).toMatchObject({ outcome: 'not-sent', jobMayBeRunning: false });
    }
    expect(await outcomes(bench)).toEqual(Array(JOBS).fill('not-sent'));
  },
  'of which most wait for a token': async (bench) => {
    const { client, run, server, ...rest } = await bench.wire('aurous', {}, { cadence: () => 20 });
    const all = Array.from({ length: JOBS }, () => bench.see(run()));
    await until(() => server.posts === 12);
    expect(await closed({ client, run, ...rest })).toBeLessThan(SOON_MS);
    for (const { words } of all) expect(words.at(-1)).toBe('|');
    expect(server.posts).toBe(12);
    expect(await outcomes(bench)).toHaveLength(JOBS);
    const counts = (await outcomes(bench)).filter((state) => state === 'not-sent');
    expect(counts).toHaveLength(JOBS - 12);
  },
  'by the end of its block': async (bench) => {
    const { client, run, server } = await bench.wire('creatify', { look: shows('running') });
    const seen = bench.see(run());
    {
      await using block = client;
      expect(block).toBe(client);
      await until(() => seen.words.length > 0);
    }
    expect(seen.words.slice(-2)).toEqual(['!Closed', '|']);
    expect(await idsStored(bench)).toEqual(server.minted);
    const events = await firstValueFrom(run().pipe(toArray()));
    expect(events.map((event) => isLeft(event) && event.left._tag)).toEqual(['Closed']);
  },
});
