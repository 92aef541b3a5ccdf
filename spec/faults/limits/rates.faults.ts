import { map, tap } from 'rxjs';
import type { SchedulerLike } from 'rxjs';
import type { HttpPort, HttpResponse, Limiter } from 'rushes';
import { tokenBucket } from 'rushes';
import type { Bench } from '../bench/Bench.js';
import { START } from '../bench/places.js';
import { running, refused } from '../bench/replies.js';
import { fault } from '../fault.js';
import { gaps, since } from './gaps.js';

// How many requests are made in a time, by one client and by two.

const MINUTE_MS = 60_000;

/** One look is refused for two seconds; twenty more come in the meantime. */
const twentyAfter = (bench: Bench, status: 429 | 503): readonly number[] => {
  const scene = bench.scripted((_call, index) =>
    index === 0 ? refused(status, { 'retry-after': '2' }) : running('aurous'),
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
    // A round of all takes 100 s: nobody waits for two, and all ends are known soon after.
    expect(Math.max(...looksOf.flatMap(gaps))).toBeLessThanOrEqual(200_000);
    expect(tookMs).toBeLessThanOrEqual(12 * MINUTE_MS);
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

/** The same transport, with a list of what this client alone sent; told of its bucket, or left in the dark. */
function noting(
  http: HttpPort,
  now: () => number,
  told: boolean,
): { readonly http: HttpPort; readonly sent: Sent[] } {
  const sent: Sent[] = [];
  const note = ({ status, headers }: HttpResponse): void => {
    sent.push({ at: now(), status, retryAfterMs: Number(headers['retry-after'] ?? 0) * 1_000 });
  };
  const silenced = ({ headers, ...answer }: HttpResponse): HttpResponse => {
    const kept = Object.entries(headers).filter(([name]) => !name.startsWith('x-ratelimit'));
    return { ...answer, headers: Object.fromEntries(kept) };
  };
  const answers = map((answer: HttpResponse) => (told ? answer : silenced(answer)));
  return { sent, http: { send: (call) => http.send(call).pipe(answers, tap(note)) } };
}

/** Two clients that do not know of each other, as in two processes, each with the whole bucket in mind. */
function twoClients(bench: Bench, told: boolean) {
  const scene = bench.simulated({ limits: 'documented', aurous: { review: false } });
  const script = { durationMs: 2 * MINUTE_MS };
  const clients = [1, 2].map(() => {
    const { http, sent } = noting(scene.sim.http, scene.time.now, told);
    const { watch } = scene.open('aurous', { http });
    const ids = Array.from({ length: 130 }, () => scene.sim.aurous.createJob('characters', script));
    return { sent, seen: ids.map((id) => bench.see(watch(id))) };
  });
  scene.time.flush();
  for (const { seen } of clients) {
    for (const { words } of seen) expect(words.slice(-2)).toEqual(['succeeded', '|']);
  }
  const { requests } = scene.sim.aurous;
  const refused = requests.filter(({ status }) => status === 429);
  return { clients, refused, requests };
}

fault('F8', {
  'the headers tell both what is left: nobody is refused': (bench) => {
    const { refused, requests } = twoClients(bench, true);
    expect(requests.length).toBeGreaterThan(2 * 240);
    expect(refused).toEqual([]);
  },
  'no header tells: the vendor has to speak, and after that few are refused': (bench) => {
    const { clients, refused, requests } = twoClients(bench, false);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThan(requests.length / 3);
    for (const { sent } of clients) {
      for (const { at, retryAfterMs } of sent.filter(({ status }) => status === 429)) {
        expect(retryAfterMs).toBeGreaterThanOrEqual(1_000);
        const early = sent.filter((other) => other.at > at && other.at < at + retryAfterMs);
        expect(early).toEqual([]);
      }
    }
  },
});
