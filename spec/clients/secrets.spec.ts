import axios from 'axios';
import nock from 'nock';
import { firstValueFrom, of, throwError } from 'rxjs';
import type { ClientOptions } from 'rushes';
import { isJobError, isLeft, outputOf, resultOf } from 'rushes';
import type { Vault } from '../wire/secrets/canaries.js';
import { expectNoSecret, URL_CANARY, VAULTS, watchOver } from '../wire/secrets/canaries.js';
import { UNLIMITED } from './describeFailures.js';

type Answer = readonly [status: number, body: unknown, headers?: Record<string, string>];

/** The vendor gives the same answer to everything. */
function answers({ origin }: Vault, [status, body, headers = {}]: Answer): void {
  const scope = nock(origin).persist();
  for (const method of ['GET', 'POST', 'DELETE']) {
    scope
      .intercept(/.*/, method)
      .reply(status, typeof body === 'string' ? body : JSON.stringify(body), headers);
  }
}

const SIGNED = `https://files.example/a.mp4?X-Amz-Signature=${URL_CANARY}&token=${URL_CANARY}`;
const secretsIn = ({ keys }: Vault): string => Object.values(keys).join(' and ');

/** Answers that tell a secret, each as a mean or careless server would. */
const TELLING: Readonly<Record<string, (vault: Vault) => Answer>> = {
  '401 that echoes the key, as message, as code, as id of the request': (vault) => [
    401,
    vault.refusal(secretsIn(vault), `Invalid key ${secretsIn(vault)}`),
    { 'aurous-request-id': secretsIn(vault), 'x-request-id': secretsIn(vault) },
  ],
  '401 whose code is the key': (vault) => [
    401,
    vault.refusal(Object.values(vault.keys)[0]!, 'Invalid key'),
  ],
  '401 in a page that shows the request': (vault) => [
    401,
    `<title>Bad ${secretsIn(vault)}</title>`,
  ],
  '401 in plain text, the header and all': (vault) => [
    401,
    `Authorization: Bearer ${secretsIn(vault)}\nX-Api-Key: ${secretsIn(vault)}`,
  ],
  '401 that echoes the key so often that its answer is cut within one': (vault) => [
    401,
    vault.refusal('unauthorized', `${Object.values(vault.keys)[0]!}:`.repeat(200)),
  ],
  '402 with the key in a list': (vault) => [402, { errors: [[secretsIn(vault)]] }],
  '403 with the key for the name of a field': (vault) => [403, { [secretsIn(vault)]: ['wrong'] }],
  '404 that names the key': (vault) => [404, vault.refusal('not_found', secretsIn(vault))],
  '422 with a signed URL': (vault) => [
    422,
    vault.refusal('inaccessible', `The URL ${SIGNED} cannot be read.`),
  ],
  '422 with a signed URL for a code': (vault) => [422, vault.refusal(SIGNED, SIGNED)],
  '422 with a password in a URL': (vault) => [
    422,
    vault.refusal('bad', `https://user:${URL_CANARY}@files.example/`),
  ],
  '429 that names the key': (vault) => [429, vault.refusal('slow_down', secretsIn(vault))],
  '500 with a page that shows the request': (vault) => [500, `<h1>${secretsIn(vault)}</h1>`],
  '302 to an address with the key': (vault) => [
    302,
    '',
    { location: `https://elsewhere.example/${secretsIn(vault)}?key=${URL_CANARY}` },
  ],
  '307 to a signed address': () => [307, SIGNED, { location: SIGNED }],
  '200 with a page': (vault) => [200, `<title>${secretsIn(vault)}</title>`],
  '200 with a strange type of content': (vault) => [200, '', { 'content-type': secretsIn(vault) }],
  '200 with the key for a status': (vault) => [200, vault.body(Object.values(vault.keys)[0]!)],
  '200 of another shape': (vault) => [
    200,
    { id: { key: secretsIn(vault) }, status: [secretsIn(vault)] },
  ],
  '200 that is cut within the key': (vault) => [200, `{"id":7,"key":"${secretsIn(vault)}`],
  '200 that is cut after an id with a query': () => [200, `{"id":"${SIGNED}","status":`],
};

const telling = Object.entries(TELLING);

describe.each(VAULTS.map((vault) => [vault.vendor, vault] as const))(
  '%s: no secret is seen',
  (_, vault) => {
    const quick: ClientOptions = { limiter: UNLIMITED, unknownForMs: 1 };

    it.each(telling)('after %s', async (_what, answer) => {
      const watched = watchOver(vault, quick);
      answers(vault, answer(vault));
      const { run, watch, get, list, remove, more } = watched;
      const streams = [
        run({ whenLimited: 'fail' }),
        watch(),
        get(),
        list?.(),
        remove?.(),
        more?.({ whenLimited: 'fail' }),
      ];
      for (const stream$ of streams) {
        if (stream$ !== undefined) await watched.collect(stream$);
      }
      await watched.expectNoSecrets();
      await watched.client.close();
      await watched.collect(get());
      await watched.expectNoSecrets();
    });

    it('in the errors of jobs that failed for a reason that tells one', async () => {
      const watched = watchOver(vault, quick);
      const [, failed] = vault.words;
      const reason = `The file ${SIGNED} of ${secretsIn(vault)} is gone.`;
      answers(vault, [200, vault.body(failed, reason)]);
      const result = await resultOf(watched.watch() as never);
      if (!isLeft(result)) throw new Error('it did not fail');
      expect(result.left._tag).toBe('JobFailed');
      expectNoSecret('the error', result.left);
      const thrown: unknown = await outputOf(watched.watch() as never).catch((e: unknown) => e);
      expect(isJobError(thrown, 'JobFailed')).toBe(true);
      expectNoSecret('what was thrown', thrown);
      await watched.expectNoSecrets();
    });

    it('while a job is made, watched and done', async () => {
      const watched = watchOver(vault, quick);
      const [running, , done] = vault.words;
      let asked = 0;
      const scope = nock(vault.origin).persist();
      for (const method of ['GET', 'POST']) {
        scope.intercept(/.*/, method).reply(() => {
          asked += 1;
          return [200, JSON.stringify(vault.body(asked < 4 ? running : done))];
        });
      }
      const events = await watched.collect(watched.run());
      expect(events.some(isLeft)).toBe(false);
      expect(watched.told.length).toBeGreaterThan(4);
      // The intent, the job, and how long it took.
      expect(await firstValueFrom(watched.store.list(''))).toHaveLength(3);
      await watched.expectNoSecrets();
    });
  },
);

describe.each(VAULTS.map((vault) => [vault.vendor, vault] as const))(
  '%s: no secret is seen in what comes of the user’s own parts',
  (_, vault) => {
    const secret = `${secretsIn(vault)} for ${SIGNED}`;
    const bad = Object.assign(new Error(secret), {
      config: { headers: { Authorization: secret } },
      request: { path: SIGNED },
    });
    const failing = async (options: ClientOptions & { readonly keys?: object }) => {
      const watched = watchOver(vault, options);
      const streams = [watched.run(), watched.get(), watched.watch()];
      const events = (await Promise.all(streams.map(watched.collect))).flat();
      await watched.expectNoSecrets();
      return events.map((event) => (isLeft(event) ? event.left._tag : 'Right'));
    };
    const keysOf = (key: unknown): object =>
      Object.fromEntries(Object.keys(vault.keys).map((name) => [name, () => key]));

    it.each<readonly [string, () => object]>([
      [
        'throws',
        () =>
          Object.fromEntries(
            Object.keys(vault.keys).map((name) => [
              name,
              () => {
                throw bad;
              },
            ]),
          ),
      ],
      ['fails later', () => keysOf(Promise.reject(bad))],
      ['gives two lines', () => keysOf(`${secret}\r\nX-Evil: 1`)],
      ['gives an object', () => keysOf({ key: secret })],
      ['gives nothing', () => keysOf(undefined)],
    ])('a function for a key that %s', async (_what, keys) => {
      expect(await failing({ keys: keys() })).toEqual([
        'InvalidInput',
        'InvalidInput',
        'InvalidInput',
      ]);
    });

    it('a long key that is echoed until its answer is cut within it', async () => {
      const keys = Object.fromEntries(
        Object.entries(vault.keys).map(([name, key]) => [name, key.repeat(20).slice(0, 480)]),
      );
      const [key] = Object.values(keys);
      const watched = watchOver(vault, { keys });
      answers(vault, [401, vault.refusal('unauthorized', `${key} is not ${key} nor ${key}`)]);
      await watched.collect(watched.run());
      await watched.expectNoSecrets();
    });

    it('a function for a key whose value changes: also the old one is hidden', async () => {
      const [first] = Object.values(vault.keys);
      let asked = 0;
      const rotating = (): string =>
        asked++ < Object.keys(vault.keys).length ? first! : 'another';
      answers(vault, [401, vault.refusal('unauthorized', `not ${first} any more`)]);
      const keys = Object.fromEntries(Object.keys(vault.keys).map((name) => [name, rotating]));
      const watched = watchOver(vault, { keys });
      await watched.collect(watched.get());
      await watched.collect(watched.get());
      await watched.expectNoSecrets();
    });

    it.each<readonly [string, ClientOptions, string]>([
      ['a transport that fails', { http: { send: () => throwError(() => bad) } }, 'NetworkFault'],
      [
        'a transport that throws',
        {
          http: {
            send: () => {
              throw bad;
            },
          },
        },
        'NetworkFault',
      ],
      [
        'a limiter that fails',
        { limiter: { acquire: () => throwError(() => bad), report: () => undefined } },
        'NetworkFault',
      ],
      [
        'a limiter that throws',
        {
          limiter: {
            acquire: () => {
              throw bad;
            },
            report: () => undefined,
          },
        },
        'NetworkFault',
      ],
    ])('%s', async (_what, options, tag) => {
      const tags = await failing(options);
      expect(tags.slice(1)).toEqual([tag, tag]);
      expect(['SubmissionUnknown', tag]).toContain(tags[0]);
    });

    it('a store that fails', async () => {
      const fail = () => throwError(() => bad);
      const store = { get: fail, put: fail, putIfAbsent: fail, remove: fail, list: () => of([]) };
      answers(vault, [200, vault.body(vault.words[2])]);
      expect(await failing({ store })).toEqual(['StoreFault', 'Right', 'Right']);
    });

    it('a listener of diagnostics that throws', async () => {
      answers(vault, [401, vault.refusal('unauthorized', secret)]);
      const diagnostics = () => {
        throw bad;
      };
      expect(await failing({ diagnostics })).toEqual([
        'Unauthorized',
        'Unauthorized',
        'Unauthorized',
      ]);
    });

    it('an axios instance with interceptors that throw what they saw', async () => {
      const instance = axios.create();
      instance.interceptors.response.use((response) => {
        throw Object.assign(new Error(secret), { response, config: response.config });
      });
      instance.interceptors.request.use((config) => {
        config.headers.set('X-Trace', secret);
        return config;
      });
      answers(vault, [401, vault.refusal('unauthorized', secret)]);
      expect(await failing({ http: instance })).toEqual([
        'Unauthorized',
        'Unauthorized',
        'Unauthorized',
      ]);
    });
  },
);
