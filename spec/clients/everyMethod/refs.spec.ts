import { isRight, formatRef, parseRef } from 'rushes';
import type { JobRef } from 'rushes';
import { ID } from '../../coverage/samples/Samples.js';
import { observe } from '../../engine/observe.js';
import type { EveryMethod, Given, Method } from './everyMethod.js';
import { METHODS, methodOf, tableOf } from './everyMethod.js';
import { goodReplies, play } from './play.js';

describe('every method', () => {
  it.each(tableOf(METHODS))('%s ends well where nothing goes wrong', (_name, method) => {
    const { call, time } = play(method.client, goodReplies(method));
    const seen = observe(call(method), time);
    time.flush();
    expect(seen.errors.map(String)).toEqual([]);
    expect(seen.defects).toEqual([]);
    expect(seen.values.length).toBeGreaterThan(0);
    expect(seen.words.at(-1)).toBe('|');
    expect(time.pending()).toBe(0);
  });

  it.each(tableOf(METHODS))('%s asks for nothing before it is subscribed', (_name, method) => {
    const { call, time, sent } = play(method.client, goodReplies(method));
    call(method);
    time.flush();
    expect(sent).toEqual([]);
  });

  it.each(tableOf(METHODS))('%s gives Closed once its client is closed', async (_name, method) => {
    const { client, call, time, sent } = play(method.client, goodReplies(method));
    const before = call(method);
    await client.close();
    for (const source of [call(method), before]) {
      const seen = observe(source, time);
      time.flush();
      expect(seen.words).toEqual(['!Closed', '|']);
      expect(seen.error).toMatchObject({
        provider: method.client.provider,
        operation: method.path,
      });
    }
    expect(sent).toEqual([]);
  });
});

/** The reference in what a method gives, if it is about a job. */
function refIn(value: unknown): JobRef | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { ref, v } = value as { readonly ref?: JobRef; readonly v?: number };
  return ref ?? (v === 1 ? (value as JobRef) : undefined);
}

/** The reference that a method gives first, where nothing goes wrong. */
function refOf(method: EveryMethod): JobRef | undefined {
  const { call, time } = play(method.client, goodReplies(method));
  const seen = observe(call(method), time);
  time.flush();
  return seen.values.map(refIn).find((ref) => ref !== undefined);
}

const GIVING_REFS = METHODS.filter((method) => refOf(method) !== undefined);

/** What a call asks for first. */
function askedBy(method: EveryMethod, call: (client: object) => Given): unknown {
  const { client, time, sent } = play(method.client, goodReplies(method));
  const seen = observe(call(client), time);
  time.flush();
  expect(seen.errors).toEqual([]);
  const [request] = sent;
  return request && { ...request, onSend: undefined };
}

it('every method that makes or follows a job gives its reference', () => {
  const names = ['run', 'submit', 'watch', 'get', 'preview', 'render', 'save', 'cancel'];
  const jobs = METHODS.filter(
    ({ name, family, client }) =>
      names.includes(name) &&
      METHODS.some((other) => other.client === client && other.path === `${family}.refresh`),
  );
  const without = jobs.filter((method) => !GIVING_REFS.includes(method));
  expect(jobs.length).toBeGreaterThan(100);
  expect(without.map(({ path }) => path)).toEqual([]);
});

describe('the reference', () => {
  it.each(tableOf(GIVING_REFS))(
    'that %s gives is frozen, and a line gives it back',
    (_, method) => {
      const ref = refOf(method)!;
      expect(Object.isFrozen(ref)).toBe(true);
      expect(ref).toMatchObject({ v: 1, provider: method.client.provider, id: ID });
      const parsed = parseRef(formatRef(ref));
      const { v, provider, kind, id } = ref;
      expect(isRight(parsed) && parsed.right).toEqual({ v, provider, kind, id });
      expect(JSON.parse(JSON.stringify(ref))).toEqual(ref);
    },
  );

  it.each(tableOf(GIVING_REFS))('that %s gives is watched by the client', (_name, method) => {
    const ref = refOf(method)!;
    const family = METHODS.find(
      ({ client, path }) => client === method.client && path === `${ref.kind}.watch`,
    )!;
    expect(family).toBeDefined();
    const byId = askedBy(family, (client) => methodOf(client, family)(ID));
    expect(byId).toMatchObject({ method: 'GET' });
    for (const path of ['watch', 'refresh', `${ref.kind}.watch`, `${ref.kind}.get`]) {
      const watch = (client: object): Method => methodOf(client, { path });
      // A hold that is asked for is no part of the job's address.
      const asked = askedBy(family, (client) => watch(client)(ref)) as { readonly url: string };
      expect(new URL(asked.url).pathname).toBe(
        new URL((byId as { readonly url: string }).url).pathname,
      );
    }
  });
});

const BY_JOB = METHODS.filter(({ args, family, client }) => {
  const [id] = args;
  const isJob = METHODS.some(
    (other) => other.client === client && other.path === `${family}.refresh`,
  );
  return id === ID && isJob;
});

describe('every method that takes a job', () => {
  it.each(tableOf(BY_JOB))('%s asks the same by its id and by its reference', (_, method) => {
    const { client, family, args } = method;
    const ref: JobRef = { v: 1, provider: client.provider, kind: family, id: ID };
    const own = JSON.parse(JSON.stringify(ref)) as JobRef;
    const asked = [ID, ref, own].map((job) =>
      askedBy(method, (opened) => methodOf(opened, method)(job, ...args.slice(1))),
    );
    expect(asked[0]).toBeDefined();
    expect(asked[1]).toEqual(asked[0]);
    expect(asked[2]).toEqual(asked[0]);
  });
});
