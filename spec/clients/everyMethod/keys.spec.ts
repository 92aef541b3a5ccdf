import type { Either, HttpCall, JobError } from 'rushes';
import { isJobError, isLeft, isRight } from 'rushes';
import { expectNoSecret, KEYS } from '../../wire/secrets/canaries.js';
import { observe } from '../../engine/observe.js';
import type { Reply } from '../../engine/scriptedPort.js';
import { answer } from '../../engine/scriptedPort.js';
import { storedRecords } from '../../engine/storedRefs.js';
import type { EveryClient } from './everyClient.js';
import type { EveryMethod } from './everyMethod.js';
import { METHODS, methodOf, tableOf } from './everyMethod.js';
import { nameOf, withOptions } from './paying.js';
import type { Play, Replies } from './play.js';
import { goodReplies, play } from './play.js';

/** What needs no key, by the vendor's page: https://sync.so/docs/developer-guides/error-handling. */
const PUBLIC = ['sync: errors'];

const lowered = (headers: HttpCall['headers']): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

/** All that a request shows but the headers of its keys. */
const restOf = ({ url, body, headers }: HttpCall, keyHeaders: readonly string[]): unknown => {
  const others = Object.entries(lowered(headers)).filter(([name]) => !keyHeaders.includes(name));
  const sent = body instanceof FormData ? [...body.entries()].map(String) : body;
  return [url, decodeURIComponent(url), others, sent];
};

/** Checks where keys are in all that was sent: in their headers, on the way to the vendor. */
function expectKeysAtHome(
  { client, ...method }: EveryMethod,
  sent: readonly HttpCall[],
  keys: EveryClient['vault']['keys'],
): void {
  const keyed = client.headersOf(keys);
  expect(sent.length).toBeGreaterThan(0);
  const names = Object.keys(keyed);
  expectNoSecret(
    'a request',
    sent.map((request) => restOf(request, names)),
  );
  for (const request of sent) {
    const isHome = new URL(request.url).origin === client.origin;
    const isPublic = PUBLIC.includes(nameOf({ client, ...method }));
    const shown = lowered(request.headers);
    if (isHome && !isPublic) expect(shown).toMatchObject(keyed);
    else for (const name of names) expect(shown).not.toHaveProperty(name);
  }
}

/** Checks all that can be got hold of after some calls. */
function expectNothingTold(played: readonly Play[], events: readonly unknown[]): void {
  expectNoSecret('an event', events);
  expectNoSecret(
    'diagnostics or store',
    played.map(({ told, store }) => [told, storedRecords(store)]),
  );
}

/** The same answer, which tells the key in each of its objects, as a text and as a name. */
function telling(reply: Reply, secret: string): Reply {
  const { response } = reply;
  if (response === undefined || !/^[[{]/.test(response.body)) return reply;
  const note = { note: `for ${secret}`, [secret]: secret };
  const told = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(told);
    return typeof value === 'object' && value !== null ? { ...value, ...note } : value;
  };
  return {
    ...reply,
    response: { ...response, body: JSON.stringify(told(JSON.parse(response.body))) },
  };
}

const secretOf = ({ vault }: EveryClient): string => Object.values(vault.keys).join(' and ');

// The frames of thousands of stacks cost time to be found; their first lines stay.
const { stackTraceLimit } = Error;
beforeAll(() => void (Error.stackTraceLimit = 0));
afterAll(() => void (Error.stackTraceLimit = stackTraceLimit));

describe('the key', () => {
  it.each(tableOf(METHODS))(
    'of %s goes to the vendor in its header, and is not seen',
    (_, method) => {
      const { client } = method;
      const replies: Replies = (call, index) =>
        telling(goodReplies(method)(call, index), secretOf(client));
      const played = play(client, replies);
      const events: unknown[] = [];
      const source = played.call(method);
      source.subscribe((event) => void events.push(event));
      played.time.flush();
      expect(events.length).toBeGreaterThan(0);
      expectNothingTold([played], events);
      expectNoSecret('the stream', source);
      expectKeysAtHome(method, played.sent, client.vault.keys);
    },
  );

  it.each(tableOf(METHODS))('of %s is not seen in errors that tell it', (_, method) => {
    const { client } = method;
    const { vault } = client;
    const secret = secretOf(client);
    const [key = ''] = Object.values(vault.keys);
    const headers = { 'x-request-id': secret, 'aurous-request-id': secret };
    const bad = [
      ...[400, 402, 403, 404, 409, 422, 429].map((status) =>
        answer(status, vault.refusal(key, `no: ${secret}`), { headers }),
      ),
      answer(401, `<title>${secret}</title>Authorization: Bearer ${secret}`, { headers }),
      answer(500, { [secret]: [{ detail: secret }] }, { headers }),
      answer(503, vault.refusal('x', `${key}:`.repeat(200))),
      answer(307, secret, { headers: { location: `https://elsewhere.example/${key}?key=${key}` } }),
      answer(200, `<title>${secret}</title>`),
      answer(201, `{"id":7,"key":"${secret}`),
      answer(200, vault.body(key, secret)),
    ];
    const events: Either<JobError, unknown>[] = [];
    const all = bad.map((reply, index) => {
      const played = play(client, () => reply, { unknownForMs: 1 });
      const args = withOptions(method, { whenLimited: 'fail' });
      played.call(method, args).subscribe((event) => void events.push(event));
      played.time.flush();
      expect(events.length).toBeGreaterThan(index);
      return played;
    });
    for (const event of events) if (isLeft(event)) expectNoSecret('an error', event.left);
    expectNothingTold(all, events.filter(isRight));
    expectKeysAtHome(
      method,
      all.flatMap(({ sent }) => sent),
      vault.keys,
    );
  });
});

describe('the client of another account', () => {
  it.each(tableOf(METHODS))('calls %s with its own key', (_name, method) => {
    const { client } = method;
    const { vault } = client;
    const others = Object.fromEntries(
      Object.keys(vault.keys).map((name) => [name, `another.${name}.51ce`]),
    );
    const { client: first, time, sent } = play(client, goodReplies(method));
    const second = first.forAccount('two', others);
    const seen = observe(methodOf(second, method)(...method.args), time);
    time.flush();
    expect(seen.errors).toEqual([]);
    expectKeysAtHome(method, sent, others);
    const used = JSON.stringify(sent.map(({ url, headers }) => [url, headers]));
    expect(KEYS.filter((key) => used.includes(key))).toEqual([]);
    for (const value of seen.values) {
      const ref = (value as { readonly ref?: { readonly account?: string } } | undefined)?.ref;
      if (ref !== undefined) expect(ref.account).toBe('two');
    }
  });

  it.each(tableOf(METHODS))('closes alone, for %s', async (_name, method) => {
    const { client: first, time, sent } = play(method.client, goodReplies(method));
    const second = first.forAccount('two', method.client.vault.keys);
    await first.close();
    const seen = observe(methodOf(second, method)(...method.args), time);
    time.flush();
    expect(seen.errors.filter((error) => isJobError(error, 'Closed'))).toEqual([]);
    expect(sent.length).toBeGreaterThan(0);
  });
});
