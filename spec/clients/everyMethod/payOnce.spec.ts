import type { JobError, JobRef, SubmissionIntent } from 'rushes';
import { isJobError } from 'rushes';
import { observe } from '../../engine/observe.js';
import type { Reply, SeenCall } from '../../engine/scriptedPort.js';
import { answer, broken } from '../../engine/scriptedPort.js';
import { storedRecords, storedRefs } from '../../engine/storedRefs.js';
import type { EveryMethod } from './everyMethod.js';
import { tableOf } from './everyMethod.js';
import { isRecognized, PAYING, STALE } from './paying.js';
import type { Play, Replies } from './play.js';
import { goodReplies, play } from './play.js';

const isRight = (word: string | undefined): boolean => word !== undefined && !word.startsWith('!');

/** The first requests get these replies, what follows what is right. */
const first =
  (method: EveryMethod, ...replies: readonly Reply[]): Replies =>
  (call, index) =>
    replies[index] ?? goodReplies(method)(call, index);

/** Every `POST` gets this reply. */
const lost =
  (method: EveryMethod, reply: Reply): Replies =>
  (call, index) =>
    call.method === 'POST' ? reply : goodReplies(method)(call, index);

const intentsIn = ({ store }: Pick<Play, 'store'>): readonly SubmissionIntent[] =>
  storedRecords(store).filter((record): record is SubmissionIntent => record.type === 'intent');

const keysOf = (posts: readonly SeenCall[]): readonly unknown[] => [
  ...new Set(posts.map(({ headers }) => headers['idempotency-key'])),
];

const LOST: readonly (readonly [string, Reply])[] = [
  ['a reset after it was sent', broken('reset')],
  ['a 500', answer(500, { message: 'oops' })],
  ['a 502 with a page', answer(502, '<title>Bad Gateway</title>')],
  ['a 201 that is cut', answer(201, '{"id":"')],
  ['a 201 without a body', answer(201, '')],
];

it('every exception is of a method that sends a POST', () => {
  expect(STALE).toEqual([]);
});

describe('every method that pays', () => {
  it.each(tableOf(PAYING))('%s is sent once where its answer is lost', (_name, method) => {
    for (const [, reply] of LOST) {
      const played = play(method.client, lost(method, reply));
      const { call, time, port, sent } = played;
      const source = call(method);
      const seen = observe(source, time);
      time.flush();
      expect(seen.words).toEqual(['!SubmissionUnknown', '|']);
      expect(seen.error).toMatchObject({
        provider: method.client.provider,
        operation: method.path,
        outcome: 'unknown',
        retryable: false,
        jobMayBeRunning: true,
        candidates: [],
      });
      expect(port.posts).toHaveLength(isRecognized(method) ? 5 : 1);
      expect(keysOf(port.posts)).toEqual([isRecognized(method) ? expect.any(String) : undefined]);
      expect(new Set(port.posts.map(({ body }) => body)).size).toBe(1);
      expect(intentsIn(played)).toMatchObject([{ state: 'unknown', operation: method.path }]);

      const requests = sent.length;
      const late = observe(source, time);
      time.flush();
      expect(late.words).toEqual(seen.words);
      expect(late.error).toBe(seen.error);
      expect(sent).toHaveLength(requests);
    }
  });

  it.each(tableOf(PAYING))(
    '%s is sent again after a 429, of which nothing came',
    (_name, method) => {
      const limited = answer(429, {}, { headers: { 'retry-after': '2' } });
      const { call, time, port } = play(method.client, first(method, limited));
      const seen = observe(call(method), time);
      time.flush();
      expect(seen.errors).toEqual([]);
      expect(isRight(seen.words[0])).toBe(true);
      const [one, two, ...more] = port.posts;
      expect(more).toEqual([]);
      expect((two?.at ?? 0) - (one?.at ?? 0)).toBeGreaterThanOrEqual(2_000);
      expect(two?.body).toBe(one?.body);
    },
  );

  it.each(tableOf(PAYING))('%s is sent again where it never left', (_name, method) => {
    const refused = broken('refused', { sent: false });
    const replies = first(method, refused, refused, refused);
    const { call, time, port } = play(method.client, replies);
    const seen = observe(call(method), time);
    time.flush();
    expect(seen.errors).toEqual([]);
    expect(port.posts).toHaveLength(4);
  });

  it.each(tableOf(PAYING))(
    '%s sends nothing where it is left in the same tick',
    (_name, method) => {
      const played = play(method.client, goodReplies(method), { leavesAfterMs: 1 });
      const { call, time, port } = played;
      observe(call(method), time).leave();
      time.flush();
      expect(port.calls).toEqual([]);
      expect(intentsIn(played).filter(({ state }) => state !== 'not-sent')).toEqual([]);
    },
  );

  it.each(tableOf(PAYING))('%s is sent once for all who subscribe', (_name, method) => {
    const slowly: Replies = (call, index) => ({
      ...goodReplies(method)(call, index),
      afterMs: 50,
    });
    const { call, time, port } = play(method.client, slowly);
    const source = call(method);
    expect(port.calls).toEqual([]);
    const [one, two] = [observe(source, time), observe(source, time)];
    time.advance(60);
    const late = observe(source, time);
    time.flush();
    const last = observe(source, time);
    time.flush();
    expect(port.posts).toHaveLength(1);
    expect(one.errors).toEqual([]);
    expect(two.words).toEqual(one.words);
    for (const other of [late, last]) expect(other.words.at(-2)).toBe(one.words.at(-2));
  });

  it.each(tableOf(PAYING))('%s goes on where all leave after it was sent', (_name, method) => {
    const slowly: Replies = (call, index) => ({
      ...goodReplies(method)(call, index),
      afterMs: 50,
    });
    const played = play(method.client, slowly);
    const { call, time, port } = played;
    const source = call(method);
    const seen = observe(source, time);
    time.advance(10);
    seen.leave();
    time.flush();
    expect(intentsIn(played)).toMatchObject([{ state: 'created' }]);
    const late = observe(source, time);
    time.flush();
    expect(late.errors).toEqual([]);
    expect(port.posts).toHaveLength(1);
  });

  it.each(tableOf(PAYING))(
    '%s writes down its intent before, and what came of it after',
    (_name, method) => {
      const before: (readonly SubmissionIntent[])[] = [];
      const replies: Replies = (call, index) => {
        if (call.method === 'POST') before.push(intentsIn(played));
        return goodReplies(method)(call, index);
      };
      const played: Play = play(method.client, replies);
      const { call, time, store } = played;
      const seen = observe(call(method), time);
      expect(before).toMatchObject([
        [{ state: 'pending', provider: method.client.provider, operation: method.path }],
      ]);
      expect(before[0]?.[0]?.ref).toBeUndefined();
      time.flush();
      const [intent, ...others] = intentsIn(played);
      expect(others).toEqual([]);
      expect(intent).toMatchObject({ state: 'created', intentId: before[0]?.[0]?.intentId });
      const refs = seen.values.flatMap((value): readonly JobRef[] => {
        const { ref, ...given } = value as { readonly ref?: JobRef; readonly v?: number };
        if (ref !== undefined) return [ref];
        return given.v === 1 ? [value as JobRef] : [];
      });
      expect(storedRefs(store)).toEqual(refs.slice(0, 1));
      expect(intent?.ref).toEqual(refs[0]);
    },
  );

  it.each(tableOf(PAYING))('%s is not sent where its intent cannot be written', (_name, method) => {
    const { store } = play(method.client, goodReplies(method));
    const full = {
      ...store,
      putIfAbsent: () => {
        throw new Error('full');
      },
    };
    const { call, time, sent } = play(method.client, goodReplies(method), { store: full });
    const seen = observe(call(method), time);
    time.flush();
    const error: JobError = seen.error;
    expect(isJobError(error, 'StoreFault')).toBe(true);
    expect(error).toMatchObject({ operation: method.path, outcome: 'not-sent' });
    expect(sent).toEqual([]);
  });
});
