import type { VendorName } from 'rushes/testing';
import { ID } from '../../engine/bodies.js';
import type { Bench } from '../bench/Bench.js';
import type { Jobs } from '../bench/desks.js';
import type { Opened } from '../bench/places.js';
import { START } from '../bench/places.js';
import { done, running, refused } from '../bench/replies.js';
import { atEveryVendor, fault } from '../fault.js';
import { named, variants } from '../variants.js';
import { gaps, HALVES, since } from './gaps.js';

// How long is waited before the next try, to the millisecond.

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

type Headers = Readonly<Record<string, string>>;

const HEADER_5_S = [
  { 'retry-after': '5' },
  { 'retry-after': 'Sun, 22 Nov 2026 10:00:05 GMT', date: 'Sun, 22 Nov 2026 10:00:00 GMT' },
];

const looksAgainAfter5s = (status: number) =>
  atEveryVendor((bench, vendor) => {
    const asks = HEADER_5_S.map((headers) => refused(status, headers));
    const scene = bench.scripted([...asks, done(vendor)]);
    const seen = bench.see(scene.open(vendor).watch(ID));
    scene.time.flush();
    expect(seen.words).toEqual(['succeeded', '|']);
    for (const gap of gaps(scene.port.looks)) {
      expect(gap).toBeGreaterThanOrEqual(5_000);
      expect(gap).toBeLessThanOrEqual(5_500);
    }
  });

fault('F1', {
  ...named('a look is limited', looksAgainAfter5s(429)),
  ...named('a look finds the vendor closed', looksAgainAfter5s(503)),
  ...named(
    'a create is limited',
    atEveryVendor((bench, vendor) => {
      const asks = HEADER_5_S.map((headers) => refused(429, headers));
      const scene = bench.scripted([...asks, running(vendor), done(vendor)]);
      const seen = bench.see(scene.open(vendor).run());
      scene.time.flush();
      expect(seen.words.slice(-2)).toEqual(['succeeded', '|']);
      const posts = gaps(scene.port.posts);
      expect(posts).toHaveLength(2);
      for (const gap of posts) {
        expect(gap).toBeGreaterThanOrEqual(5_000);
        // Aurous lets six syntheses a minute through, and 429 says that none is left.
        expect(gap).toBeLessThanOrEqual(vendor === 'aurous' ? 10_000 : 5_500);
      }
    }),
  ),
});

const TOO_LONG: readonly Headers[] = [
  { 'retry-after': '2592000' },
  { 'retry-after': '99999999999999' },
  { 'retry-after': 'Fri, 01 Jan 2077 00:00:00 GMT', date: 'Sun, 22 Nov 2026 00:00:00 GMT' },
];

/** A wait that nobody sleeps through. */
const LONGEST_MS = 15 * MINUTE_MS;

const givesUpAndHoldsBack = (
  bench: Bench,
  vendor: VendorName,
  headers: Headers,
  begin: (client: Opened) => Jobs,
): void => {
  const scene = bench.scripted(({ method }, index) =>
    index === 0 ? refused(429, headers) : method === 'POST' ? running(vendor) : done(vendor),
  );
  const client = scene.open(vendor);
  const seen = bench.see(begin(client));
  scene.time.flush();
  expect(seen.words).toEqual(['!RateLimited', '|']);
  expect(seen.error.retryAfterMs).toBeGreaterThan(LONGEST_MS);
  expect(since(scene.port.calls)).toEqual([0]);
  // Whoever asks again is told the same, and nothing is sent, for a day at most.
  const again = bench.see(begin(client));
  expect(again.words).toEqual(['!RateLimited', '|']);
  expect(again.error.outcome ?? 'not-sent').toBe('not-sent');
  scene.time.advance(DAY_MS - 1);
  expect(bench.see(begin(client)).errors).toEqual([]);
  expect(since(scene.port.calls)).toEqual([0]);
  scene.time.flush();
  expect(since(scene.port.calls)[1]).toBe(DAY_MS);
};

const tooLongFor = (...vendors: readonly VendorName[]) =>
  vendors.flatMap((vendor) => TOO_LONG.map((headers) => [vendor, headers] as const));

fault('F4', {
  ...named(
    'on a look',
    variants<readonly [VendorName, Headers]>(
      tooLongFor('creatify', 'aurous'),
      (bench, vendor, headers) =>
        givesUpAndHoldsBack(bench, vendor, headers, (client) => client.watch(ID)),
    ),
  ),
  ...named(
    'on a create',
    variants<readonly [VendorName, Headers]>(tooLongFor('creatify'), (bench, vendor, headers) =>
      givesUpAndHoldsBack(bench, vendor, headers, (client) => client.run()),
    ),
  ),
});

fault('F5', {
  'on looks of a job that was seen': (bench) => {
    const many = Array.from({ length: 10 }, () => refused(429));
    const scene = bench.scripted([running('creatify'), ...many, done('creatify')]);
    const seen = bench.see(scene.open('creatify').watch(ID));
    scene.time.flush();
    expect(seen.words).toEqual(['running', 'succeeded', '|']);
    expect(gaps(scene.port.looks).slice(1)).toEqual(HALVES);
  },
  'on looks of a job that was never seen': (bench) => {
    const scene = bench.scripted([refused(429)]);
    const seen = bench.see(scene.open('creatify').watch(ID));
    scene.time.flush();
    expect(seen.words).toEqual(['!RateLimited', '|']);
    expect(seen.error.attempts).toBe(5);
    expect(gaps(scene.port.looks)).toEqual(HALVES.slice(0, 4));
  },
  'on a create': (bench) => {
    const many = Array.from({ length: 10 }, () => refused(429));
    const scene = bench.scripted([...many, running('creatify'), done('creatify')]);
    const seen = bench.see(scene.open('creatify').run());
    scene.time.flush();
    expect(seen.words).toEqual(['running', 'succeeded', '|']);
    expect(gaps(scene.port.posts)).toEqual(HALVES);
  },
  'on a create, for ever': (bench) => {
    const scene = bench.scripted([refused(429)]);
    const seen = bench.see(scene.open('creatify').run({ deadlineMs: HOUR_MS }));
    scene.time.flush();
    expect(seen.words).toEqual(['!DeadlineExceeded', '|']);
    expect(seen.error).toMatchObject({ outcome: 'not-sent', jobMayBeRunning: false });
    expect(scene.time.now()).toBe(START + HOUR_MS);
    expect(Math.max(...gaps(scene.port.posts))).toBe(15_000);
  },
  'on a create that is not to wait': (bench) => {
    const scene = bench.scripted([refused(429)]);
    const seen = bench.see(scene.open('creatify').run({ whenLimited: 'fail' }));
    expect(seen.words).toEqual(['!RateLimited', '|']);
    expect(seen.error).toMatchObject({ outcome: 'rejected', retryable: true, attempts: 1 });
    expect(scene.port.posts).toHaveLength(1);
  },
});

/** The bounds of the waits: 0.5 s doubling to 30 s. */
const BOUNDS = HALVES.map((half) => 2 * half);

const fillsTheBound = (bench: Bench, chance: number): readonly number[] => {
  const many = Array.from({ length: 10 }, () => refused(429));
  const scene = bench.scripted([running('creatify'), ...many, done('creatify')]);
  const seen = bench.see(scene.open('creatify', { random: () => chance }).watch(ID));
  scene.time.flush();
  expect(seen.words).toEqual(['running', 'succeeded', '|']);
  return gaps(scene.port.looks).slice(1);
};

fault('F11', {
  '0': (bench) => {
    expect(fillsTheBound(bench, 0)).toEqual(BOUNDS.map(() => 1));
  },
  '0.999999': (bench) => {
    expect(fillsTheBound(bench, 0.999999)).toEqual(BOUNDS);
  },
  '0 and 0.999999 with a floor': (bench) => {
    for (const chance of [0, 0.999999]) {
      const scene = bench.scripted([refused(429, { 'retry-after': '2' }), done('creatify')]);
      bench.see(scene.open('creatify', { random: () => chance }).watch(ID));
      scene.time.flush();
      expect(gaps(scene.port.looks)).toEqual([2_000]);
    }
  },
});
