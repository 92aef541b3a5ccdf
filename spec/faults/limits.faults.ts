import { defer, EMPTY, of, tap, throwError } from 'rxjs';
import type { Observable, SchedulerLike } from 'rxjs';
import type { HttpPort, HttpResponse, Limiter } from 'rushes';
import { tokenBucket } from 'rushes';
import { download } from 'rushes/node';
import { attempt, rateLimit, retryTransient } from 'rushes/operators';
import type { VendorName } from 'rushes/testing';
import { NetworkFault } from '../../src/errors/NetworkFault.js';
import { virtualTime } from '../../src/testing/virtualTime.js';
import { ID } from '../engine/bodies.js';
import type { Reply } from '../engine/scriptedPort.js';
import { answer, broken } from '../engine/scriptedPort.js';
import type { Bench } from './bench/Bench.js';
import type { Jobs } from './bench/desks.js';
import { DESKS } from './bench/desks.js';
import type { Opened } from './bench/places.js';
import { START } from './bench/places.js';
import { atEveryVendor, fault } from './fault.js';
import { named, variants } from './variants.js';

// When the library asks again, and how often: in virtual time, to the millisecond.

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

type Headers = Readonly<Record<string, string>>;

const runs = (vendor: VendorName, status = 200): Reply =>
  answer(status, DESKS[vendor].body(ID, DESKS[vendor].words.running));
const done = (vendor: VendorName): Reply =>
  answer(200, DESKS[vendor].body(ID, DESKS[vendor].words.done));
const limited = (status: number, headers: Headers = {}): Reply => answer(status, {}, { headers });

const since = (calls: readonly { readonly at: number }[]): readonly number[] =>
  calls.map(({ at }) => at - START);

/** How long was waited before each request but the first. */
const gaps = (calls: readonly { readonly at: number }[]): readonly number[] =>
  calls.slice(1).map(({ at }, index) => at - (calls[index]?.at ?? 0));

const HEADER_5_S = [
  { 'retry-after': '5' },
  { 'retry-after': 'Sun, 22 Nov 2026 10:00:05 GMT', date: 'Sun, 22 Nov 2026 10:00:00 GMT' },
];

const looksAgainAfter5s = (status: number) =>
  atEveryVendor((bench, vendor) => {
    const asks = HEADER_5_S.map((headers) => limited(status, headers));
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
      const asks = HEADER_5_S.map((headers) => limited(429, headers));
      const scene = bench.scripted([...asks, runs(vendor, 201), done(vendor)]);
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

/** Nobody asks again before that, whatever the header says. */
const LONGEST_MS = 15 * MINUTE_MS;

const givesUpAndHoldsBack = (
  bench: Bench,
  vendor: VendorName,
  headers: Headers,
  begin: (client: Opened) => Jobs,
): void => {
  const scene = bench.scripted(({ method }, index) =>
    index === 0 ? limited(429, headers) : method === 'POST' ? runs(vendor, 201) : done(vendor),
  );
  const client = scene.open(vendor);
  const seen = bench.see(begin(client));
  scene.time.flush();
  expect(seen.words).toEqual(['!RateLimited', '|']);
  expect(seen.error.retryAfterMs).toBeGreaterThan(LONGEST_MS);
  expect(since(scene.port.calls)).toEqual([0]);
  // Whoever asks again at once waits for the vendor, but no age.
  const again = bench.see(begin(client));
  scene.time.advance(LONGEST_MS - 1);
  expect(since(scene.port.calls)).toEqual([0]);
  scene.time.flush();
  expect(since(scene.port.calls)[1]).toBe(LONGEST_MS);
  expect(again.words.slice(-2)).toEqual(['succeeded', '|']);
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

/** Half of 0.5 s doubling to 30 s: where chance says 0.5. */
const HALVES = [250, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000, 15_000];

fault('F5', {
  'on looks of a job that was seen': (bench) => {
    const many = Array.from({ length: 10 }, () => limited(429));
    const scene = bench.scripted([runs('creatify'), ...many, done('creatify')]);
    const seen = bench.see(scene.open('creatify').watch(ID));
    scene.time.flush();
    expect(seen.words).toEqual(['running', 'succeeded', '|']);
    expect(gaps(scene.port.looks).slice(1)).toEqual(HALVES);
  },
  'on looks of a job that was never seen': (bench) => {
    const scene = bench.scripted([limited(429)]);
    const seen = bench.see(scene.open('creatify').watch(ID));
    scene.time.flush();
    expect(seen.words).toEqual(['!RateLimited', '|']);
    expect(seen.error.attempts).toBe(5);
    expect(gaps(scene.port.looks)).toEqual(HALVES.slice(0, 4));
  },
  'on a create': (bench) => {
    const many = Array.from({ length: 10 }, () => limited(429));
    const scene = bench.scripted([...many, runs('creatify', 201), done('creatify')]);
    const seen = bench.see(scene.open('creatify').run());
    scene.time.flush();
    expect(seen.words).toEqual(['running', 'succeeded', '|']);
    expect(gaps(scene.port.posts)).toEqual(HALVES);
  },
  'on a create, for ever': (bench) => {
    const scene = bench.scripted([limited(429)]);
    const seen = bench.see(scene.open('creatify').run({ deadlineMs: HOUR_MS }));
    scene.time.flush();
    expect(seen.words).toEqual(['!DeadlineExceeded', '|']);
    expect(seen.error).toMatchObject({ outcome: 'not-sent', jobMayBeRunning: false });
    expect(scene.time.now()).toBe(START + HOUR_MS);
    expect(Math.max(...gaps(scene.port.posts))).toBe(15_000);
  },
  'on a create that is not to wait': (bench) => {
    const scene = bench.scripted([limited(429)]);
    const seen = bench.see(scene.open('creatify').run({ whenLimited: 'fail' }));
    expect(seen.words).toEqual(['!RateLimited', '|']);
    expect(seen.error).toMatchObject({ outcome: 'rejected', retryable: true, attempts: 1 });
    expect(scene.port.posts).toHaveLength(1);
  },
});

/** One look is refused for two seconds; twenty more come in the meantime. */
const twentyAfter = (bench: Bench, status: 429 | 503): readonly number[] => {
  const scene = bench.scripted((_call, index) =>
    index === 0 ? limited(status, { 'retry-after': '2' }) : runs('aurous'),
  );
  const { get } = scene.open('aurous');
  const ids = Array.from({ length: 21 }, (_, index) => `job-${index}`);
  const seen = ids.map((id) => bench.see(get(id)));
  scene.time.flush();
  for (const { words } of seen) expect(words).toEqual(['running', '|']);
  return since(scene.port.looks).slice(1);
};

fault('F6', {
  '503 blocks, and leaves the tokens': (bench) => {
    expect(new Set(twentyAfter(bench, 503))).toEqual(new Set([2_000]));
  },
  '429 blocks, and says that no token is left': (bench) => {
    const moments = twentyAfter(bench, 429);
    // Two tokens a second come back.
    const expected = Array.from({ length: 21 }, (_, nth) => Math.max(2_000, 500 * (nth + 1)));
    expect(moments).toEqual(expected);
  },
});

/** Most moments that lie within one span of that length. */
function mostWithin(spanMs: number, moments: readonly number[]): number {
  let first = 0;
  return moments.reduce((most, moment, index) => {
    while ((moments[first] ?? moment) <= moment - spanMs) first += 1;
    return Math.max(most, index - first + 1);
  }, 0);
}

/** Two hundred characters that take ten minutes, all watched under one key. */
function twoHundred(bench: Bench, limiterOf?: (scheduler: SchedulerLike) => Limiter) {
  const scene = bench.simulated({ limits: 'documented', aurous: { review: false } });
  const ids = Array.from({ length: 200 }, () =>
    scene.sim.aurous.createJob('characters', { durationMs: 10 * MINUTE_MS }),
  );
  const limiter = limiterOf?.(scene.time.scheduler);
  const { watch } = scene.open('aurous', limiter === undefined ? {} : { limiter });
  const seen = ids.map((id) => bench.see(watch(id)));
  scene.time.flush();
  for (const { words } of seen) expect(words).toEqual(['running', 'succeeded', '|']);
  const { requests } = scene.sim.aurous;
  expect(requests.filter(({ status }) => status !== 200)).toEqual([]);
  const moments = requests.map(({ at }) => at);
  const looksOf = ids.map((id) => requests.filter(({ path }) => path.endsWith(`/${id}`)));
  return { moments, looksOf, tookMs: scene.time.now() - START };
}

fault('F7', {
  'the documented bucket: 240 at once, then 120 a minute': (bench) => {
    const { moments, looksOf, tookMs } = twoHundred(bench);
    expect(mostWithin(MINUTE_MS, moments)).toBeLessThanOrEqual(240 + 120);
    const steady = moments.filter((at) => at >= START + 2 * MINUTE_MS);
    expect(mostWithin(MINUTE_MS, steady)).toBeLessThanOrEqual(120);
    // A round of all takes 100 s: nobody waits for two, and all are looked at as often.
    const counts = looksOf.map(({ length }) => length);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(2);
    expect(Math.max(...looksOf.flatMap(gaps))).toBeLessThanOrEqual(200_000);
    expect(tookMs).toBeLessThanOrEqual(15 * MINUTE_MS);
  },
  'a limiter of 120 a minute and none at once': (bench) => {
    const { moments } = twoHundred(bench, (scheduler) =>
      tokenBucket({ perMinute: 120, burst: 1 }, { scheduler }),
    );
    expect(mostWithin(MINUTE_MS, moments)).toBeLessThanOrEqual(120);
    // And all of it is used: the jobs take ten minutes at least.
    expect(moments.length).toBeGreaterThanOrEqual(10 * 120);
  },
});

interface Sent {
  readonly at: number;
  readonly status: number;
  readonly retryAfterMs: number;
}

/** The same transport, with a list of what this client alone sent. */
function noting(
  http: HttpPort,
  now: () => number,
): { readonly http: HttpPort; readonly sent: Sent[] } {
  const sent: Sent[] = [];
  const note = ({ status, headers }: HttpResponse): void => {
    sent.push({ at: now(), status, retryAfterMs: Number(headers['retry-after'] ?? 0) * 1_000 });
  };
  return { sent, http: { send: (call) => http.send(call).pipe(tap(note)) } };
}

fault('F8', (bench) => {
  const scene = bench.simulated({ limits: 'documented', aurous: { review: false } });
  const script = { durationMs: 2 * MINUTE_MS };
  const clients = [1, 2].map(() => {
    const { http, sent } = noting(scene.sim.http, scene.time.now);
    const { watch } = scene.open('aurous', { http });
    const ids = Array.from({ length: 130 }, () => scene.sim.aurous.createJob('characters', script));
    return { sent, seen: ids.map((id) => bench.see(watch(id))) };
  });
  scene.time.flush();
  const { requests } = scene.sim.aurous;
  const refused = requests.filter(({ status }) => status === 429);
  // Each has the whole bucket in mind, so the vendor has to speak; after that few are refused.
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.length).toBeLessThan(requests.length / 3);
  for (const { seen, sent } of clients) {
    for (const { words } of seen) expect(words.slice(-2)).toEqual(['succeeded', '|']);
    for (const { at, retryAfterMs } of sent.filter(({ status }) => status === 429)) {
      expect(retryAfterMs).toBeGreaterThanOrEqual(1_000);
      const early = sent.filter((other) => other.at > at && other.at < at + retryAfterMs);
      expect(early).toEqual([]);
    }
  }
});

interface History {
  readonly vendor?: VendorName;
  readonly what: 'watch' | 'get' | 'run';
  /** Answers in order; the last one for ever. */
  readonly replies: readonly Reply[];
  readonly words: readonly string[];
  readonly attempts?: number;
  readonly outcome?: string;
  /** What was waited before each try but the first, in milliseconds. */
  readonly waits: readonly number[];
}

const status = (code: number): Reply => answer(code, {});
const times = (count: number, reply: Reply): readonly Reply[] =>
  Array.from({ length: count }, () => reply);
const lost = broken('reset');
const refusedAtOnce = broken('refused', { sent: false });
const page = answer(200, '<html>back soon</html>');
const ok = { watch: done('creatify'), run: runs('creatify', 201) };
const fails = (tag: string): readonly string[] => [`!${tag}`, '|'];
const inProgress = answer(409, { errorCode: 'IDEMPOTENCY_IN_PROGRESS', message: 'wait' });

/** Chance says 0.5 throughout, so that every wait is half of its bound. */
const HISTORIES: Readonly<Record<string, History>> = {
  'a look: 500 once': {
    what: 'watch',
    replies: [status(500), ok.watch],
    words: ['succeeded', '|'],
    waits: [250],
  },
  'a look: 500 for ever': {
    what: 'watch',
    replies: [status(500)],
    words: fails('ServerFault'),
    attempts: 5,
    waits: [250, 500, 1_000, 2_000],
  },
  'a look: a reset, a page, 408, 503 for 3 s, then well': {
    what: 'watch',
    replies: [
      lost,
      page,
      status(408),
      answer(503, {}, { headers: { 'retry-after': '3' } }),
      ok.watch,
    ],
    words: ['succeeded', '|'],
    waits: [250, 500, 1_000, 3_000],
  },
  'a look: a page for ever': {
    what: 'watch',
    replies: [page],
    words: fails('Undecodable'),
    attempts: 5,
    waits: [250, 500, 1_000, 2_000],
  },
  'a look: nobody listens': {
    what: 'watch',
    replies: [refusedAtOnce],
    words: fails('NetworkFault'),
    attempts: 5,
    waits: [250, 500, 1_000, 2_000],
  },
  'a look: an unknown host': {
    what: 'watch',
    replies: [broken('dns', { sent: false })],
    words: fails('NetworkFault'),
    attempts: 1,
    waits: [],
  },
  'a look: a wrong certificate': {
    what: 'watch',
    replies: [broken('tls', { sent: false })],
    words: fails('NetworkFault'),
    attempts: 1,
    waits: [],
  },
  'a look: a redirect': {
    what: 'watch',
    replies: [status(302)],
    words: fails('UnexpectedRedirect'),
    attempts: 1,
    waits: [],
  },
  'a look: 501': {
    what: 'watch',
    replies: [status(501)],
    words: fails('ServerFault'),
    attempts: 1,
    waits: [],
  },
  'a look: 401 after a fault': {
    what: 'watch',
    replies: [lost, status(401)],
    words: fails('Unauthorized'),
    attempts: 2,
    waits: [250],
  },
  'a look: 500 six times once the job was seen, and the row begins anew': {
    what: 'watch',
    replies: [
      runs('creatify'),
      ...times(6, status(500)),
      runs('creatify'),
      ...times(2, status(500)),
      ok.watch,
    ],
    words: ['running', 'succeeded', '|'],
    waits: [1_000, 250, 500, 1_000, 2_000, 4_000, 8_000, 2_513, 250, 500],
  },
  'one look: 500 twice': {
    what: 'get',
    replies: [status(500), status(500), ok.watch],
    words: ['succeeded', '|'],
    waits: [250, 500],
  },
  'one look: 500 for ever': {
    what: 'get',
    replies: [status(500)],
    words: fails('ServerFault'),
    attempts: 3,
    waits: [250, 500],
  },
  'a create: nobody listens twice': {
    what: 'run',
    replies: [refusedAtOnce, refusedAtOnce, ok.run],
    words: ['running', 'succeeded', '|'],
    waits: [250, 500],
  },
  'a create: nobody listens': {
    what: 'run',
    replies: [refusedAtOnce],
    words: fails('NetworkFault'),
    attempts: 5,
    outcome: 'not-sent',
    waits: [250, 500, 1_000, 2_000],
  },
  'a create: a reset after nobody listened': {
    what: 'run',
    replies: [refusedAtOnce, lost],
    words: fails('SubmissionUnknown'),
    attempts: 2,
    outcome: 'unknown',
    waits: [250],
  },
  'a create: 500': {
    what: 'run',
    replies: [status(500)],
    words: fails('SubmissionUnknown'),
    attempts: 1,
    outcome: 'unknown',
    waits: [],
  },
  'a create: 429, then 400': {
    what: 'run',
    replies: [status(429), status(400)],
    words: fails('Rejected'),
    attempts: 2,
    outcome: 'rejected',
    waits: [250],
  },
  'a create under a key: lost, 500, a page, then well': {
    vendor: 'sync',
    what: 'run',
    replies: [lost, status(500), page, runs('sync', 201)],
    words: ['running', 'succeeded', '|'],
    waits: [250, 500, 1_000],
  },
  'a create under a key: lost for ever': {
    vendor: 'sync',
    what: 'run',
    replies: [lost],
    words: fails('SubmissionUnknown'),
    attempts: 5,
    outcome: 'unknown',
    waits: [250, 500, 1_000, 2_000],
  },
  'a create under a key: lost, then refused': {
    vendor: 'sync',
    what: 'run',
    replies: [lost, status(400)],
    words: fails('SubmissionUnknown'),
    attempts: 2,
    outcome: 'unknown',
    waits: [250],
  },
  'a create under a key: still in progress, then well': {
    vendor: 'sync',
    what: 'run',
    replies: [...times(6, inProgress), runs('sync', 201)],
    words: ['running', 'succeeded', '|'],
    waits: [250, 500, 1_000, 2_000, 4_000, 8_000],
  },
};

const played = (history: History) => (bench: Bench) => {
  const { vendor = 'creatify', what, replies, words, attempts, outcome, waits } = history;
  const isCreate = what === 'run';
  const scene = bench.scripted(({ method }, index) =>
    isCreate && method === 'GET'
      ? done(vendor)
      : (replies[Math.min(index, replies.length - 1)] ?? done(vendor)),
  );
  const client = scene.open(vendor);
  const seen = bench.see(isCreate ? client.run() : client[what](ID));
  scene.time.flush();
  expect(seen.words).toEqual(words);
  expect(gaps(isCreate ? scene.port.posts : scene.port.looks)).toEqual(waits);
  if (attempts !== undefined) expect(seen.error.attempts).toBe(attempts);
  if (isCreate && attempts !== undefined) expect(seen.error.outcome).toBe(outcome);
  const keys = new Set(scene.port.posts.map(({ headers }) => headers['idempotency-key']));
  expect(keys.size).toBe(isCreate ? 1 : 0);
};

fault(
  'F10',
  Object.fromEntries(Object.entries(HISTORIES).map(([name, one]) => [name, played(one)])),
);

/** The bounds of the waits: 0.5 s doubling to 30 s. */
const BOUNDS = HALVES.map((half) => 2 * half);

const fillsTheBound = (bench: Bench, chance: number): readonly number[] => {
  const many = Array.from({ length: 10 }, () => limited(429));
  const scene = bench.scripted([runs('creatify'), ...many, done('creatify')]);
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
      const scene = bench.scripted([limited(429, { 'retry-after': '2' }), done('creatify')]);
      bench.see(scene.open('creatify', { random: () => chance }).watch(ID));
      scene.time.flush();
      expect(gaps(scene.port.looks)).toEqual([2_000]);
    }
  },
});

/** A source that fails each time it is asked, but for one. */
function failing(wellAt = Infinity) {
  let asked = 0;
  const facts = { provider: 'rushes', operation: 'planted', retryable: true } as const;
  const source$: Observable<string> = defer(() => {
    asked += 1;
    if (asked === wellAt) return of('well');
    return throwError(() => new NetworkFault('planted', 'reset', facts));
  });
  return { source$, asked: () => asked };
}

fault('F12', {
  'refused at once': async (bench) => {
    for (const attempts of [0, -1, NaN, -Infinity, 1.5, '3', null]) {
      const error = await bench.thrownBy(() => retryTransient({ attempts: attempts as number }));
      expect(error).toMatchObject({ _tag: 'InvalidInput', issues: [{ path: 'attempts' }] });
      const asset = { url: 'https://media.example/a.mp4', type: 'video', role: 'video' } as const;
      const seen = bench.see(download(asset, '.', { attempts: attempts as number }));
      expect(seen.words).toEqual(['!InvalidInput', '|']);
    }
  },
  'the first try counts': (bench) => {
    for (const attempts of [1, 2, 7]) {
      const time = virtualTime();
      const { scheduler } = time;
      const { source$, asked } = failing();
      const retried$ = source$.pipe(retryTransient({ attempts, scheduler }), attempt());
      const seen = bench.see(retried$);
      time.flush();
      expect(seen.words).toEqual(['!NetworkFault', '|']);
      expect(asked()).toBe(attempts);
      expect(time.pending()).toBe(0);
    }
  },
  'without an end': (bench) => {
    const time = virtualTime();
    const { source$, asked } = failing(1_000);
    const options = { attempts: Infinity, scheduler: time.scheduler };
    const seen = bench.see(source$.pipe(retryTransient(options), attempt()));
    time.flush();
    expect(seen.words).toEqual(['value', '|']);
    expect(asked()).toBe(1_000);
  },
});

/** A limiter that gives so many tokens, and then ends without a word. */
function endsAfter(tokens: number): Limiter {
  let given = 0;
  return {
    acquire: () =>
      defer(() => {
        given += 1;
        return given > tokens ? EMPTY : of(undefined);
      }),
    report: () => undefined,
  };
}

const NO_WORD = [NaN, undefined, null] as readonly unknown[] as readonly number[];

fault('F14', {
  'a limiter, before a look': (bench) => {
    const scene = bench.scripted([done('creatify')]);
    const { get, watch } = scene.open('creatify', { limiter: endsAfter(0) });
    const seen = [bench.see(watch(ID)), bench.see(get(ID))];
    scene.time.flush();
    for (const { words } of seen) expect(words).toEqual(['!NetworkFault', '|']);
    expect(scene.port.calls).toEqual([]);
  },
  'a limiter, before a look comes again': (bench) => {
    const scene = bench.scripted([status(500)]);
    const seen = bench.see(scene.open('creatify', { limiter: endsAfter(1) }).watch(ID));
    scene.time.flush();
    expect(seen.words).toEqual(['!NetworkFault', '|']);
    expect(seen.error).toMatchObject({ attempts: 5, jobMayBeRunning: true, ref: { id: ID } });
    expect(scene.port.calls).toHaveLength(1);
  },
  'a limiter, before a create': (bench) => {
    const scene = bench.scripted([runs('creatify', 201)]);
    const seen = bench.see(scene.open('creatify', { limiter: endsAfter(0) }).run());
    scene.time.flush();
    expect(seen.words).toEqual(['!NetworkFault', '|']);
    expect(seen.error).toMatchObject({ outcome: 'not-sent', jobMayBeRunning: false });
    expect(scene.port.calls).toEqual([]);
  },
  'a limiter, before a create comes again': (bench) => {
    const scene = bench.scripted([limited(429)]);
    const seen = bench.see(scene.open('creatify', { limiter: endsAfter(1) }).run());
    scene.time.flush();
    expect(seen.words).toEqual(['!NetworkFault', '|']);
    expect(seen.error).toMatchObject({ outcome: 'not-sent', jobMayBeRunning: false });
    expect(scene.port.calls).toHaveLength(1);
  },
  'a limiter of the operator': (bench) => {
    const limited$ = of('well').pipe(rateLimit(endsAfter(0)), attempt());
    expect(bench.see(limited$).words).toEqual(['!Closed', '|']);
  },
  'a transport': (bench) => {
    const scene = bench.scripted([done('creatify')]);
    const { run, watch } = scene.open('creatify', { http: { send: () => EMPTY } });
    const seen = [bench.see(watch(ID)), bench.see(run())];
    scene.time.flush();
    expect(seen.map(({ words }) => words)).toEqual([
      ['!NetworkFault', '|'],
      ['!SubmissionUnknown', '|'],
    ]);
  },
  'a backoff': (bench) => {
    for (const nothing of NO_WORD) {
      const time = virtualTime();
      const { source$, asked } = failing();
      const options = { attempts: 3, backoff: () => nothing, scheduler: time.scheduler };
      const seen = bench.see(source$.pipe(retryTransient(options), attempt()));
      time.flush();
      expect(seen.words).toEqual(['!NetworkFault', '|']);
      expect(asked()).toBe(3);
      // Not even then at once.
      expect(time.now()).toBe(2);
    }
  },
  'a cadence': (bench) => {
    for (const nothing of NO_WORD) {
      const scene = bench.scripted([runs('creatify'), runs('creatify'), done('creatify')]);
      const seen = bench.see(scene.open('creatify', { cadence: () => nothing }).watch(ID));
      scene.time.flush();
      expect(seen.words).toEqual(['running', 'succeeded', '|']);
      expect(Math.min(...gaps(scene.port.looks))).toBeGreaterThanOrEqual(1);
    }
  },
});
