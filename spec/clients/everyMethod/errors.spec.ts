import type { JobErrorTag } from 'rushes';
import { observe } from '../../engine/observe.js';
import type { Reply } from '../../engine/scriptedPort.js';
import { answer } from '../../engine/scriptedPort.js';
import type { EveryMethod } from './everyMethod.js';
import { METHODS, tableOf } from './everyMethod.js';
import { PAYING, verbsOf, withOptions } from './paying.js';
import { goodReplies, play } from './play.js';

const TAGS: Readonly<Record<number, JobErrorTag>> = {
  301: 'UnexpectedRedirect',
  302: 'UnexpectedRedirect',
  307: 'UnexpectedRedirect',
  400: 'Rejected',
  401: 'Unauthorized',
  402: 'PaymentRequired',
  403: 'Unauthorized',
  404: 'NotFound',
  408: 'TimedOut',
  409: 'Rejected',
  422: 'Rejected',
  429: 'RateLimited',
  500: 'ServerFault',
  501: 'ServerFault',
  503: 'ServerFault',
};

const STATUSES = Object.keys(TAGS).map(Number);
const LONG = 'no '.repeat(400);
const TRANSIENT = [408, 429, 500, 503];

/** Whether nobody knows what came of a request that pays, by the status of its answer. */
const isUnclear = (status: number): boolean => status === 408 || status >= 500;

const isPaying = (method: EveryMethod): boolean => PAYING.includes(method);

/** What an error answer has to become, for a method that pays. */
function paidFacts(status: number): object {
  if (isUnclear(status)) {
    const cause = { _tag: TAGS[status], httpStatus: status };
    return { _tag: 'SubmissionUnknown', outcome: 'unknown', jobMayBeRunning: true, cause };
  }
  // What a 302 leads away from may have been done.
  const isDone = status === 302;
  return {
    _tag: TAGS[status],
    outcome: isDone ? 'unknown' : 'rejected',
    jobMayBeRunning: isDone,
    retryable: status === 429,
  };
}

/** Whether the method's answer is where it is redirected to. */
const isRedirected = ({ client, path }: EveryMethod): boolean =>
  client.families.redirects?.[path] !== undefined;

/** The vendor's replies to a method where nothing goes wrong. */
function repliesTo(method: EveryMethod): readonly Reply[] {
  const replies: Reply[] = [];
  const { call, time } = play(method.client, (request, index) => {
    const reply = goodReplies(method)(request, index);
    replies.push(reply);
    return reply;
  });
  observe(call(method), time);
  time.flush();
  return replies;
}

/** The only event of a method whose requests, but for the first `good` ones, get this answer. */
function outcomeOf(method: EveryMethod, reply: Reply, good = 0) {
  const replies = goodReplies(method);
  const { call, time, sent } = play(method.client, (request, index) =>
    index < good ? replies(request, index) : reply,
  );
  const seen = observe(call(method, withOptions(method, { whenLimited: 'fail' })), time);
  time.flush();
  expect(seen.defects).toEqual([]);
  expect(seen.words).toHaveLength(2);
  expect(seen.words.at(-1)).toBe('|');
  return { seen, sent };
}

/** What every error says of who failed. */
const factsOf = ({ client, path }: EveryMethod, status: number): object => ({
  provider: client.provider,
  operation: path,
  httpStatus: status,
});

// The frames of thousands of stacks cost time to be found.
const { stackTraceLimit } = Error;
beforeAll(() => void (Error.stackTraceLimit = 0));
afterAll(() => void (Error.stackTraceLimit = stackTraceLimit));

describe('every error answer', () => {
  it.each(tableOf(METHODS))('to %s is told by its tag', (_name, method) => {
    const { vault } = method.client;
    const isRemoval = verbsOf(method)[0] === 'DELETE';
    const statuses = STATUSES.filter((status) => !isRedirected(method) || status >= 400);
    for (const status of statuses) {
      const headers = { location: 'https://elsewhere.example/?token=hidden' };
      const { seen, sent } = outcomeOf(
        method,
        answer(status, vault.refusal('a_code', LONG), { headers }),
      );
      if (status === 404 && isRemoval) {
        expect(seen.errors).toEqual([]);
        continue;
      }
      expect(seen.error).toMatchObject({
        ...factsOf(method, status),
        ...(isPaying(method)
          ? paidFacts(status)
          : { _tag: TAGS[status], retryable: TRANSIENT.includes(status) }),
      });
      expect(seen.error.attempts).toBeGreaterThanOrEqual(1);
      expect(seen.error.message.length).toBeLessThanOrEqual(500);
      expect(seen.error.message).toContain(method.path);
      expect(JSON.stringify(seen.error)).not.toContain('hidden');
      expect(sent.every(({ url }) => new URL(url).origin === method.client.origin)).toBe(true);
    }
  });

  it.each(tableOf(METHODS))('to %s that is a page is told by its title', (_name, method) => {
    const page = `<html><head><title>Just a moment</title></head><body>${LONG}</body></html>`;
    const { seen } = outcomeOf(method, answer(503, page));
    expect(seen.error).toMatchObject({
      ...factsOf(method, 503),
      _tag: isPaying(method) ? 'SubmissionUnknown' : 'ServerFault',
    });
    expect(seen.error.message).toContain('Just a moment');
    expect(seen.error.message.length).toBeLessThanOrEqual(500);
  });

  const read = METHODS.filter((method) => !isRedirected(method));
  it.each(tableOf(read))('to %s that is no answer of its shape is told', (_name, method) => {
    // Where any success will do, its body is not looked at.
    const isRead = repliesTo(method)[0]?.response?.body !== '';
    for (const body of ['<title>Log in</title>', '{"id":']) {
      const { seen } = outcomeOf(method, answer(200, body));
      if (!isRead) {
        expect(seen.errors).toEqual([]);
        continue;
      }
      const cause = { _tag: 'Undecodable', reason: 'not-json' };
      expect(seen.error).toMatchObject({
        ...factsOf(method, 200),
        ...(isPaying(method) ? { _tag: 'SubmissionUnknown', cause } : cause),
      });
    }
  });
});

const UPLOADS = METHODS.filter((method) => verbsOf(method)[1] === 'PUT');

it('three methods upload files', () => {
  expect(UPLOADS.map(({ path }) => path)).toEqual([
    'assets.upload',
    'files.upload',
    'characters.uploads.upload',
  ]);
});

describe('every error of a storage', () => {
  it.each(tableOf(UPLOADS))('that %s sends a file to is told by its tag', (_name, method) => {
    for (const status of STATUSES) {
      const reply = answer(status, '<Error><Key>hidden</Key></Error>');
      const { seen } = outcomeOf(method, reply, 1);
      expect(seen.error).toMatchObject({ ...factsOf(method, status), _tag: TAGS[status] });
      expect(seen.error.message.length).toBeLessThanOrEqual(500);
      expect(JSON.stringify(seen.error)).not.toContain('hidden');
    }
  });
});
