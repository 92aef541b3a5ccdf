import type { VendorName } from 'rushes/testing';
import { ID } from '../../engine/bodies.js';
import type { Reply } from '../../engine/scriptedPort.js';
import { answer, broken } from '../../engine/scriptedPort.js';
import type { Bench } from '../bench/Bench.js';
import { done, running, refused } from '../bench/replies.js';
import { fault } from '../fault.js';
import { gaps } from './gaps.js';

// Histories of failures, each with what has to come of it.

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

const times = (count: number, reply: Reply): readonly Reply[] =>
  Array.from({ length: count }, () => reply);
const lost = broken('reset');
const refusedAtOnce = broken('refused', { sent: false });
const page = answer(200, '<html>back soon</html>');
const ok = { watch: done('creatify'), run: running('creatify') };
const fails = (tag: string): readonly string[] => [`!${tag}`, '|'];
const inProgress = answer(409, { errorCode: 'IDEMPOTENCY_IN_PROGRESS', message: 'wait' });

/** Chance says 0.5 throughout, so that every wait is half of its bound. */
const HISTORIES: Readonly<Record<string, History>> = {
  'a look: 500 once': {
    what: 'watch',
    replies: [refused(500), ok.watch],
    words: ['succeeded', '|'],
    waits: [250],
  },
  'a look: 500 for ever': {
    what: 'watch',
    replies: [refused(500)],
    words: fails('ServerFault'),
    attempts: 5,
    waits: [250, 500, 1_000, 2_000],
  },
  'a look: a reset, a page, 408, 503 for 3 s, then well': {
    what: 'watch',
    replies: [
      lost,
      page,
      refused(408),
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
    replies: [refused(302)],
    words: fails('UnexpectedRedirect'),
    attempts: 1,
    waits: [],
  },
  'a look: 501': {
    what: 'watch',
    replies: [refused(501)],
    words: fails('ServerFault'),
    attempts: 1,
    waits: [],
  },
  'a look: 401 after a fault': {
    what: 'watch',
    replies: [lost, refused(401)],
    words: fails('Unauthorized'),
    attempts: 2,
    waits: [250],
  },
  'a look: 500 six times once the job was seen, and the row begins anew': {
    what: 'watch',
    replies: [
      running('creatify'),
      ...times(6, refused(500)),
      running('creatify'),
      ...times(2, refused(500)),
      ok.watch,
    ],
    words: ['running', 'succeeded', '|'],
    waits: [1_000, 250, 500, 1_000, 2_000, 4_000, 8_000, 2_513, 250, 500],
  },
  'one look: 500 twice': {
    what: 'get',
    replies: [refused(500), refused(500), ok.watch],
    words: ['succeeded', '|'],
    waits: [250, 500],
  },
  'one look: 500 for ever': {
    what: 'get',
    replies: [refused(500)],
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
    replies: [refused(500)],
    words: fails('SubmissionUnknown'),
    attempts: 1,
    outcome: 'unknown',
    waits: [],
  },
  'a create: 429, then 400': {
    what: 'run',
    replies: [refused(429), refused(400)],
    words: fails('Rejected'),
    attempts: 2,
    outcome: 'rejected',
    waits: [250],
  },
  'a create under a key: lost, 500, a page, then well': {
    vendor: 'sync',
    what: 'run',
    replies: [lost, refused(500), page, running('sync')],
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
    replies: [lost, refused(400)],
    words: fails('SubmissionUnknown'),
    attempts: 2,
    outcome: 'unknown',
    waits: [250],
  },
  'a create under a key: still in progress, then well': {
    vendor: 'sync',
    what: 'run',
    replies: [...times(6, inProgress), running('sync')],
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
