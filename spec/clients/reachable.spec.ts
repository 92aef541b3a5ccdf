import type { Observable } from 'rxjs';
import { of, throwError } from 'rxjs';
import type { ClientOptions, Either, JobError, JobErrorTag, JobStream } from 'rushes';
import {
  combineJobs,
  createClient,
  isLeft,
  outputOf,
  resultOf,
  toAsyncIterable,
  toState,
  unwrap,
} from 'rushes';
import type { Reply, Script } from '../engine/scriptedPort.js';
import { answer, broken, scriptedPort } from '../engine/scriptedPort.js';
import { storedRecords } from '../engine/storedRefs.js';
import { cut, cuts, drafts } from '../engine/ownVendor.js';
import { EVERY_TAG } from '../errors/everyJobError.js';
import type { Guarded, Vault } from '../wire/secrets/canaries.js';
import { URL_CANARY, VAULTS } from '../wire/secrets/canaries.js';
import { expectUnreachable } from '../wire/secrets/expectUnreachable.js';
import { memoryStore } from '../../src/stores/memoryStore.js';
import { virtualTime } from '../../src/testing/virtualTime.js';

type Events = ReturnType<Guarded['run']>;
type Options = ClientOptions & { readonly keys?: object };

/** Each may stand in any key; a server writes some of them otherwise than they are. */
const ODD_KEY = `canary"odd\\key/<&>'%+=7f3a91c25e60d84b19`;

const OWN = 'a vendor of one’s own';

/** A vendor of one's own, with a key of odd characters under `Basic`. */
const OWN_VAULT: Vault = {
  ...VAULTS[0]!,
  vendor: OWN,
  keys: { apiKey: ODD_KEY },
  id: 'cut-1',
  body: (state, code) => cut(state, code === undefined ? {} : { code }),
  words: ['cutting', 'broken', 'done'],
  open: ({ keys, ...options }) => {
    const client = createClient(
      {
        provider: 'cutter',
        title: 'Cutter',
        baseUrl: 'https://cutter.example',
        keys: { apiKey: (key) => ['Authorization', `Basic ${btoa(`me:${key}`)}`] },
      },
      { cuts, drafts },
      { apiKey: ODD_KEY, ...keys, ...options },
    );
    return {
      client,
      run: (how) => client.cuts.run({ title: 'A' }, how),
      watch: () => client.cuts.watch('cut-1'),
      get: () => client.cuts.get('cut-1'),
      list: () => client.cuts.list({}),
    };
  },
};

const EVERY_VAULT = [...VAULTS, OWN_VAULT];
const EXTRA = { keys: [ODD_KEY, btoa(`me:${ODD_KEY}`), JSON.stringify(ODD_KEY).slice(1, -1)] };

const SIGNED = `https://files.example/a.mp4?X-Amz-Signature=${URL_CANARY}`;

/** A client of a scripted vendor in virtual time. */
function scene(vault: Vault, script: Script, options: Options = {}) {
  const time = virtualTime({ startAt: Date.UTC(2026, 10, 22) });
  const port = scriptedPort(time, script);
  const store = memoryStore();
  const told: unknown[] = [];
  const guarded = vault.open({
    http: port,
    store,
    scheduler: time.scheduler,
    random: () => 0.5,
    diagnostics: (event) => void told.push(event),
    ...options,
  });
  const see = (stream$: Events): Either<JobError, unknown>[] => {
    const seen: Either<JobError, unknown>[] = [];
    stream$.subscribe((event) => void seen.push(event));
    time.flush();
    return seen;
  };
  return { ...guarded, time, port, store, told, see };
}

const byVendor = EVERY_VAULT.map((vault) => [vault.vendor, vault] as const);

describe.each(byVendor)('at %s, no key can be got hold of', (_vendor, vault) => {
  const [running, failed, done] = vault.words;
  const secret = Object.values(vault.keys).join(' and ');
  const shows = (word: string, reason?: string): Reply => answer(200, vault.body(word, reason));

  it('from the client, its methods, and the clients of other accounts', async () => {
    const { client } = scene(vault, [shows(running)]);
    expect(expectUnreachable('the client', client, EXTRA)).toBeGreaterThan(10);
    const { forAccount } = client as unknown as {
      forAccount: (name: string, keys: object) => object;
    };
    const other = forAccount('two', vault.keys);
    expectUnreachable('the client of another account', other, EXTRA);
    const closing = client.close();
    expectUnreachable('its end', [closing, await closing, client], EXTRA);
  });

  it('from what a client refuses to be made of', () => {
    const bad = Object.fromEntries(
      Object.entries(vault.keys).map(([name, key]) => [name, `${key}\r\nX-Evil: ${key}`]),
    );
    let thrown: unknown;
    try {
      vault.open({ keys: bad, baseUrl: 'http://evil.example', timeoutMs: -1 });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ _tag: 'InvalidInput' });
    expectUnreachable('the refusal', thrown, EXTRA);
  });

  it('from what remains after a restart', () => {
    const first = scene(vault, [answer(500, secret)]);
    first.see(first.run());
    const second = scene(vault, [shows(running), shows(done)], { store: first.store });
    const { client, see } = second;
    const resumed: unknown[] = [];
    client.resume().subscribe((job) => void resumed.push(job));
    second.see(second.watch());
    const seen = [see(client.intents()), resumed, see(client.reconcile('no-such-intent'))];
    const [[intents]] = seen as unknown as [[{ readonly right: readonly { intentId: string }[] }]];
    expect(intents.right).toHaveLength(1);
    const { intentId } = intents.right[0]!;
    seen.push(see(client.reconcile(intentId)));
    seen.push(see(client.resolveIntent(intentId, 'not-submitted')));
    expectUnreachable('what remains', seen, { ...EXTRA, signed: true });
    expectUnreachable('the records', storedRecords(first.store), EXTRA);
  });

  it('from states of jobs and batches, promises and loops', async () => {
    const { run, watch, time, client } = scene(vault, [
      shows(running),
      shows(running),
      shows(done),
    ]);
    const job$ = watch() as JobStream<unknown>;
    const made$ = run() as JobStream<unknown>;
    const states$ = job$.pipe(toState());
    const batch$ = combineJobs({ job$, made$ }, { concurrency: 2 });
    const iterator = toAsyncIterable(job$)[Symbol.asyncIterator]();
    const { signal } = new AbortController();
    const seen: unknown[] = [];
    const promises = [outputOf(job$, { signal }), resultOf(made$), unwrap(job$), iterator.next()];
    const subscriptions = [states$, batch$].map((source$: Observable<unknown>) =>
      source$.subscribe((value) => void seen.push(value)),
    );
    const all = [states$, batch$, iterator, signal, subscriptions];
    expectUnreachable('what is under way', [all, promises], EXTRA);
    time.flush();
    const given = await Promise.all(promises);
    expect(seen.length).toBeGreaterThan(4);
    expectUnreachable('what came of it', [all, await iterator.next()], { ...EXTRA, signed: true });
    expectUnreachable('states and outputs', [seen, given], { ...EXTRA, signed: true });
    await client.close();
  });

  it('from snapshots and errors of answers that tell it in every way of writing', () => {
    const told = JSON.stringify({ told: secret }).replaceAll('/', '\\/');
    const url = `https://elsewhere.example/?key=${encodeURIComponent(secret)}`;
    const sent = vault.vendor === OWN ? [`Basic ${btoa(`me:${secret}`)}`] : [];
    for (const text of [secret, told, url, ...sent]) {
      const body = { ...vault.body(done), note: text, [text]: text };
      const good = scene(vault, [answer(200, body)]);
      const [event] = good.see(good.get());
      expect(event).toMatchObject({ right: { phase: 'succeeded' } });
      expectUnreachable('the snapshot', event, { ...EXTRA, signed: true });
      for (const status of [200, 401, 422, 500]) {
        const bad = scene(vault, [answer(status, vault.refusal(text, text))]);
        expectUnreachable('the error', [bad.see(bad.get()), bad.told], EXTRA);
        const worse = scene(vault, [answer(status, text, { headers: { 'content-type': text } })]);
        expectUnreachable('the error', [worse.see(worse.run()), worse.told], EXTRA);
        expectUnreachable('the records', storedRecords(worse.store), EXTRA);
      }
    }
  });

  it('from errors of pages that show it', () => {
    const shown = secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
    for (const status of [200, 403, 503]) {
      const { see, run, get, told } = scene(vault, [answer(status, `<title>${shown}</title>`)]);
      expectUnreachable('the errors', [see(run()), see(get()), told], EXTRA);
    }
  });

  it('and the signed URLs of a job are in its snapshot alone', () => {
    if (vault.vendor === OWN) return expect(vault.body(done)).toHaveProperty('film');
    const reason = `cannot read ${SIGNED} of ${secret}`;
    const { see, get, watch, run, told, store } = scene(vault, [
      shows(running),
      shows(done),
      shows(failed, reason),
    ]);
    const [first] = see(get());
    const [second] = see(get());
    expect(JSON.stringify(second)).toContain(URL_CANARY);
    const [third] = see(get());
    see(watch());
    see(run());
    expect([first, second, third].some((event) => event !== undefined && isLeft(event))).toBe(
      false,
    );
    expectUnreachable('diagnostics and records', [told, storedRecords(store)], EXTRA);
  });
});

/** How to come by an error of each tag, with secrets in all that is said. */
const WAYS: { readonly [Tag in JobErrorTag]: (vault: Vault) => Promise<unknown> } = (() => {
  const secretOf = ({ keys }: Vault): string => `${Object.values(keys).join(' and ')} ${SIGNED}`;
  const left = (events: readonly Either<JobError, unknown>[]): unknown => events.find(isLeft)?.left;
  const bad = Object.assign(new Error(), { request: {}, config: {} });
  const fails = (vault: Vault) => () =>
    throwError(() => Object.assign(bad, { message: secretOf(vault), headers: vault.keys }));
  const status =
    (code: number, verb: 'run' | 'get' = 'get') =>
    (vault: Vault) => {
      const reply = answer(code, vault.refusal(secretOf(vault), secretOf(vault)), {
        headers: { location: SIGNED, 'x-request-id': secretOf(vault) },
      });
      const { see, [verb]: call } = scene(vault, [reply]);
      return Promise.resolve(left(see(call({ whenLimited: 'fail' }))));
    };
  const ended =
    (word: number | string, verb: 'watch' | 'get' = 'get') =>
    (vault: Vault) => {
      const state = typeof word === 'number' ? vault.words[word as 0] : word;
      const { [verb]: call, time } = scene(vault, [
        answer(200, vault.body(state, secretOf(vault))),
      ]);
      const thrown = outputOf(call() as never).catch((error: unknown) => error);
      time.advance(10_000);
      return thrown;
    };
  const pauses: Readonly<Record<string, string>> = { 'Aurous Labs': 'reviewing', [OWN]: 'stopped' };
  const cancels: Readonly<Record<string, string>> = {
    'sync.so': 'CANCELED',
    'Magic Hour': 'canceled',
    'Aurous Labs': 'cancelled',
  };
  return {
    InvalidInput: (vault) => {
      const keys = Object.keys(vault.keys).map((name) => [name, () => `${secretOf(vault)}\r\n`]);
      const { see, get } = scene(vault, [], { keys: Object.fromEntries(keys) as object });
      return Promise.resolve(left(see(get())));
    },
    Unauthorized: status(401),
    PaymentRequired: status(402, 'run'),
    NotFound: status(404),
    Rejected: status(422, 'run'),
    RateLimited: status(429, 'run'),
    ServerFault: status(500),
    NetworkFault: (vault) => {
      const { see, get } = scene(vault, [], { http: { send: fails(vault) } });
      return Promise.resolve(left(see(get())));
    },
    TimedOut: status(408),
    UnexpectedRedirect: status(302),
    Undecodable: status(200),
    UnknownStatus: (vault) => {
      const { see, watch } = scene(vault, [answer(200, vault.body(secretOf(vault)))]);
      return Promise.resolve(left(see(watch())));
    },
    SubmissionUnknown: (vault) => {
      const { see, run } = scene(vault, [broken('reset')]);
      return Promise.resolve(left(see(run())));
    },
    DeadlineExceeded: (vault) => {
      const { see, watch } = scene(vault, [answer(200, vault.body(vault.words[0]))]);
      return Promise.resolve(left(see(watch())));
    },
    StoreFault: (vault) => {
      const fail = fails(vault);
      const store = { get: fail, put: fail, putIfAbsent: fail, remove: fail, list: () => of([]) };
      const { see, run } = scene(vault, [], { store });
      return Promise.resolve(left(see(run())));
    },
    Aborted: (vault) => {
      const { watch } = scene(vault, [answer(200, vault.body(vault.words[0]))]);
      const signal = AbortSignal.abort(new Error(secretOf(vault)));
      return outputOf(watch() as never, { signal }).catch((error: unknown) => error);
    },
    Closed: async (vault) => {
      const { see, get, client } = scene(vault, []);
      await client.close();
      return left(see(get()));
    },
    JobFailed: ended(1),
    JobCanceled: (vault) => ended(cancels[vault.vendor] ?? 'canceled')(vault),
    JobGone: (vault) => {
      const { watch, time } = scene(vault, [answer(200, vault.body(vault.words[0])), answer(410)]);
      const thrown = outputOf(watch() as never).catch((error: unknown) => error);
      time.advance(10_000);
      return thrown;
    },
    ActionNeeded: (vault) => ended(pauses[vault.vendor] ?? 'reviewing', 'watch')(vault),
  };
})();

/** Vendors that document no word for it. */
const WITHOUT: Readonly<Record<string, readonly JobErrorTag[]>> = {
  Creatify: ['JobCanceled', 'ActionNeeded'],
  'sync.so': ['ActionNeeded'],
  'Magic Hour': ['ActionNeeded'],
  [OWN]: ['JobCanceled'],
};

describe('no key and no signed URL can be got hold of', () => {
  const cases = EVERY_VAULT.flatMap((vault) =>
    EVERY_TAG.filter((tag) => WITHOUT[vault.vendor]?.includes(tag) !== true).map(
      (tag) => [tag, vault.vendor, vault] as const,
    ),
  );

  it('is tried with every tag', () => {
    expect(new Set(cases.map(([tag]) => tag))).toEqual(new Set(EVERY_TAG));
  });

  it.each(cases)('through %s at %s', async (tag, _vendor, vault) => {
    const error = await WAYS[tag](vault);
    expect(error).toMatchObject({ _tag: tag });
    // The last snapshot of a job has its URLs for its user; it is asked for, and not printed.
    const isOfJob = error instanceof Error && 'snapshot' in error;
    expectUnreachable('the error', error, { ...EXTRA, signed: isOfJob });
    if (isOfJob) {
      expect(JSON.stringify(error)).not.toContain(URL_CANARY);
      expect(String(error.stack)).not.toContain(URL_CANARY);
    }
  });
});
