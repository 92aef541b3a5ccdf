import { inspect } from 'node:util';
import Keyv from 'keyv';
import { firstValueFrom } from 'rxjs';
import type { JobRecord, JobStore, StoreRecord, SubmissionIntent } from 'rushes';
import { isJobError, keyvStore } from 'rushes';
import { storeLaws } from 'rushes/testing';
import { FailingStorage } from './FailingStorage.js';
import type { Failing, StorageFault } from './FailingStorage.js';

const LOUD = { throwOnErrors: true };

const job = (id: string, more: object = {}): JobRecord => ({
  v: 1,
  type: 'job',
  ref: { v: 1, provider: 'acme', kind: 'videos', id },
  phase: 'queued',
  updatedAt: 0,
  ...more,
});
const intent: SubmissionIntent = {
  v: 1,
  type: 'intent',
  intentId: 'i-1',
  provider: 'acme',
  kind: 'videos',
  operation: 'videos.run',
  account: 'one',
  idempotencyKey: 'k',
  inputHash: 'h',
  marks: { name: 'm' },
  createdAt: 1,
  sentAt: 2,
  state: 'unknown',
  candidates: [job('c').ref],
};

const put = (store: JobStore, id: string, record: StoreRecord = job(id)): Promise<void> =>
  firstValueFrom(store.put(`job/${id}`, record));
const get = (store: JobStore, id: string): Promise<StoreRecord | undefined> =>
  firstValueFrom(store.get(`job/${id}`));
const idsIn = async (store: JobStore, prefix = ''): Promise<readonly string[]> =>
  (await firstValueFrom(store.list(prefix))).map((record) =>
    record.type === 'intent'
      ? record.intentId
      : record.type === 'job'
        ? record.ref.id
        : record.kind,
  );

/** Settles all that is ready, without a timer. */
const turns = async (): Promise<void> => {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
};

/** The error of an operation, which must be a `StoreFault` that shows no password. */
async function faultOf(work: Promise<unknown>): Promise<Error> {
  const error: unknown = await work.then(
    (value) => {
      throw new Error(`it answered ${inspect(value)}`);
    },
    (reason: unknown) => reason,
  );
  if (!isJobError(error, 'StoreFault')) throw error;
  expect(inspect(error, { depth: Infinity, showHidden: true })).not.toContain('canary-pass');
  return error;
}

describe.each<[string, () => Keyv]>([
  ['its own Map', () => new Keyv(LOUD)],
  ['a Map without namespace', () => new Keyv(new Map(), { ...LOUD, namespace: '' })],
  ['a Map without serialization', () => new Keyv(unserialized())],
  ['a Map without prefixes of keys', () => new Keyv({ ...LOUD, useKeyPrefix: false })],
  ['a storage that cannot be iterated', () => new Keyv(new FailingStorage(), LOUD)],
  ['a time to live of a millisecond', () => new Keyv({ ...LOUD, ttl: 1 })],
])('a store in a Keyv with %s', (_, open) => {
  it.each(storeLaws)('$name', async ({ check }) => {
    await check(keyvStore(open()));
  });
});

/** Options of a Keyv that keeps the objects themselves. */
function unserialized(): ConstructorParameters<typeof Keyv>[0] {
  return { ...LOUD, serialize: undefined, deserialize: undefined } as never;
}

describe('a store in a Keyv', () => {
  it('lets one of many writers put an absent record, whichever store over the storage they use', async () => {
    const storage = new FailingStorage();
    const [one, other] = [new Keyv(storage, LOUD), new Keyv(storage, LOUD)];
    const stores = [keyvStore(one), keyvStore(one), keyvStore(other)];
    const writers = Array.from({ length: 30 }, (_, index) =>
      firstValueFrom(stores[index % 3]!.putIfAbsent('job/a', job(`writer-${index}`))),
    );
    const before = await Promise.all(writers);
    expect(before.filter((record) => record === undefined)).toHaveLength(1);
    expect(await idsIn(stores[0]!)).toEqual([`writer-${before.indexOf(undefined)}`]);
  });

  it('lists all of a thousand that many stores wrote at once', async () => {
    const keyv = new Keyv(LOUD);
    const stores = [keyvStore(keyv), keyvStore(keyv)];
    const ids = Array.from({ length: 1_000 }, (_, index) => `j${index}`);
    await Promise.all(ids.map((id, index) => put(stores[index % 2]!, id)));
    expect(await idsIn(stores[1]!)).toEqual(ids);
    expect(await idsIn(stores[1]!, 'job/j99')).toEqual([
      'j99',
      ...ids.filter((id) => /^j99\d$/.test(id)),
    ]);
  });

  it('is found again by a store over the same storage', async () => {
    const storage = new FailingStorage();
    const earlier = keyvStore(new Keyv(storage, LOUD));
    await firstValueFrom(earlier.put('intent/i-1', intent));
    for (let count = 0; count < 250; count += 1) await put(earlier, `j${count}`);
    await firstValueFrom(earlier.remove('job/j7'));
    const later = keyvStore(new Keyv(storage, LOUD));
    expect(await firstValueFrom(later.get('intent/i-1'))).toEqual(intent);
    expect(await firstValueFrom(later.putIfAbsent('intent/i-1', intent))).toEqual(intent);
    expect(await idsIn(later, 'job/')).toHaveLength(249);
    expect(await idsIn(later, 'job/j7')).not.toContain('j7');
    expect((await idsIn(later)).slice(0, 3)).toEqual(['i-1', 'j0', 'j1']);
  });

  it('keeps records for ever, whatever time to live the Keyv has', async () => {
    const storage = new FailingStorage();
    await put(keyvStore(new Keyv(storage, { ...LOUD, ttl: 60_000 })), 'a');
    expect(storage.map.size).toBe(3);
    for (const value of storage.map.values()) {
      expect(Object.keys(JSON.parse(String(value)) as object)).toEqual(['value']);
    }
    expect(storage.ttls).toEqual([undefined, undefined, undefined]);
  });

  it('keeps nothing of what was removed, but keys that mean nothing', async () => {
    const storage = new FailingStorage();
    const store = keyvStore(new Keyv(storage, LOUD));
    for (const id of ['a', 'b']) await put(store, id);
    for (const id of ['a', 'b']) await firstValueFrom(store.remove(`job/${id}`));
    expect(inspect([...storage.map])).not.toContain('job/');
  });

  it('leaves alone what else is in the Keyv', async () => {
    const keyv = new Keyv(LOUD);
    await keyv.set('job/a', 'of somebody else');
    const store = keyvStore(keyv);
    await put(store, 'a');
    await firstValueFrom(store.remove('job/a'));
    expect(await keyv.get('job/a')).toBe('of somebody else');
    expect(await idsIn(store)).toEqual([]);
  });

  it.each<[string, (keyv: Keyv, keys: string[]) => Promise<unknown>]>([
    ['in another order', async (keyv, keys) => keyv.getMany([...keys].reverse())],
    ['only those that it found', async (keyv, keys) => (await keyv.getMany(keys)).slice(1)],
    ['nothing', async () => undefined],
    ['failures as absence', async (_, keys) => keys.map(() => undefined)],
  ])('does not rely on a storage that, asked for many, gives %s', async (_, answer) => {
    const keyv = new Keyv(LOUD);
    const honest = new Keyv(keyv.store, LOUD);
    keyv.getMany = ((keys: string[]) => answer(honest, keys)) as never;
    const store = keyvStore(keyv);
    for (const id of ['a', 'b', 'c']) await put(store, id);
    expect(await idsIn(store)).toEqual(['a', 'b', 'c']);
  });

  it('listens to the Keyv only while something is under way, with one listener for all', async () => {
    const keyv = new Keyv(LOUD);
    const store = keyvStore(keyv);
    const writes = Array.from({ length: 200 }, (_, index) => put(store, `j${index}`));
    expect(keyv.listeners('error')).toHaveLength(1);
    await Promise.all(writes);
    await turns();
    expect(keyv.listeners('error')).toEqual([]);
  });

  it('carries a write to its end when it is left', async () => {
    const store = keyvStore(new Keyv(LOUD));
    store.put('job/a', job('a')).subscribe().unsubscribe();
    await turns();
    expect(await get(store, 'a')).toEqual(job('a'));
  });

  it('writes what the record was at the call, however long it waits', async () => {
    const store = keyvStore(new Keyv(LOUD));
    const mine = { ...job('a') };
    const writes = [put(store, 'a', job('first')), put(store, 'a', mine)];
    Object.assign(mine, { phase: 'failed' });
    await Promise.all(writes);
    expect(await get(store, 'a')).toEqual(job('a'));
  });
});

describe('a Keyv that would hide failures is refused:', () => {
  it.each<[string, unknown, object | null]>([
    ['keyv: must be a Keyv', undefined, {}],
    ['keyv: must be a Keyv', new Map(), {}],
    ['keyv.throwOnErrors: must be true, as in new Keyv(storage', new Keyv(), {}],
    ['keyv.opts.emitErrors: must not be false', new Keyv({ ...LOUD, emitErrors: false }), {}],
    ['options: must be a plain object', new Keyv(LOUD), null],
    ['diagnostics: must be a function or an Observer', new Keyv(LOUD), { diagnostics: {} }],
  ])('%s', (words, keyv, options) => {
    const refused = (): JobStore => keyvStore(keyv as Keyv, options as object);
    expect(refused).toThrow(words);
    expect(refused).toThrow(expect.objectContaining({ _tag: 'InvalidInput' }));
  });
});

describe('a storage that fails is a StoreFault,', () => {
  const storage = (): { readonly storage: FailingStorage; readonly store: JobStore } => {
    const failing = new FailingStorage();
    return { storage: failing, store: keyvStore(new Keyv(failing, LOUD)) };
  };
  const METHODS: Readonly<Record<keyof JobStore, (store: JobStore) => Promise<unknown>>> = {
    get: (store) => get(store, 'a'),
    put: (store) => put(store, 'a'),
    putIfAbsent: (store) => firstValueFrom(store.putIfAbsent('job/b', job('b'))),
    remove: (store) => firstValueFrom(store.remove('job/a')),
    list: (store) => firstValueFrom(store.list('job/')),
  };
  const ALL = Object.keys(METHODS) as readonly (keyof JobStore)[];
  const HOW: readonly Failing[] = ['rejects', 'tells', 'hangs'];

  it.each(ALL.flatMap((method) => HOW.map((how) => [method, how] as const)))(
    'never absence: %s of a storage that %s',
    async (method, how) => {
      const { storage: failing, store } = storage();
      await put(store, 'a');
      failing.fault = { on: 'everything', how };
      const fault = await faultOf(METHODS[method](store));
      expect(fault.message).toMatch(new RegExp(`^keyvStore.${method}: connect ECONNREFUSED`));
    },
  );

  it.each<[keyof JobStore, StorageFault]>([
    ['put', { on: 'set', how: 'lies' }],
    ['putIfAbsent', { on: 'set', how: 'lies' }],
    ['remove', { on: 'delete', how: 'lies' }],
    ['put', { on: 'set', how: 'tells' }],
    ['putIfAbsent', { on: 'set', how: 'rejects' }],
    ['remove', { on: 'delete', how: 'tells' }],
  ])('never a write that is not there: %s, where %j', async (method, fault) => {
    const { storage: failing, store } = storage();
    await put(store, 'a', job('a', { phase: 'running' }));
    failing.fault = fault;
    await faultOf(METHODS[method](store));
    failing.fault = undefined;
    expect(await get(store, 'a')).toMatchObject({ phase: 'running' });
    expect(await idsIn(store)).toEqual(['a']);
  });

  it('which can be repeated, and works once the storage does', async () => {
    const { storage: failing, store } = storage();
    failing.fault = { on: 'everything', how: 'tells' };
    expect(await faultOf(put(store, 'a'))).toMatchObject({ retryable: true });
    failing.fault = undefined;
    await turns();
    await put(store, 'a');
    expect(await idsIn(store)).toEqual(['a']);
  });

  it.each<[string, () => never]>([
    [
      'rejects with nothing',
      () => {
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- as some drivers do
        throw undefined;
      },
    ],
    [
      'throws at once',
      () => {
        throw new Error('no');
      },
    ],
  ])('also where the Keyv %s', async (how, fail) => {
    const keyv = new Keyv(LOUD);
    const store = keyvStore(keyv);
    keyv.get = how.startsWith('rejects') ? async () => fail() : fail;
    await faultOf(get(store, 'a'));
  });

  it('also for who waits in line; they are not carried out once it works again', async () => {
    const { storage: failing, store } = storage();
    await put(store, 'a');
    const held: (() => void)[] = [];
    failing.before = () => new Promise<void>((resolve) => held.push(resolve));
    const first = faultOf(put(store, 'a', job('a', { phase: 'running' })));
    const second = faultOf(put(store, 'a', job('a', { phase: 'failed' })));
    const other = faultOf(put(store, 'b'));
    await turns();
    failing.emit('error', new Error('connection lost'));
    for (const fault of [first, second, other]) {
      expect((await fault).message).toContain('connection lost');
    }
    failing.before = () => undefined;
    for (const answer of held) answer();
    await turns();
    // The first had begun when the error came, and is not taken back.
    expect(await get(store, 'a')).toMatchObject({ phase: 'running' });
    expect(await idsIn(store)).toEqual(['a']);
  });

  it('at once, while an earlier write that failed still hangs', async () => {
    const { storage: failing, store } = storage();
    failing.fault = { on: 'set', how: 'hangs' };
    await faultOf(put(store, 'a'));
    failing.fault = undefined;
    for (const write of [put(store, 'a'), put(store, 'b'), firstValueFrom(store.remove('job/a'))]) {
      expect((await faultOf(write)).message).toContain('connect ECONNREFUSED');
    }
    expect(await get(store, 'a')).toBeUndefined();
  });

  it('for a record that is not JSON', async () => {
    const circular: { self?: unknown } = {};
    circular.self = circular;
    const { store } = storage();
    await faultOf(put(store, 'a', circular as never));
    expect(await idsIn(store)).toEqual([]);
  });
});

describe('a crash at any point of a write', () => {
  /** What is in the storage when the process ends before its n-th write. */
  async function crashedAfter(writes: number): Promise<FailingStorage> {
    const storage = new FailingStorage();
    const store = keyvStore(new Keyv(storage, LOUD));
    for (let count = 0; count < 99; count += 1) await put(store, `j${count}`);
    let left = writes;
    storage.before = (call) => {
      if (call === 'get') return undefined;
      left -= 1;
      return left < 0 ? new Promise(() => undefined) : undefined;
    };
    for (const id of ['x', 'y']) store.put(`job/${id}`, job(id)).subscribe();
    store.remove('job/j0').subscribe();
    for (let turn = 0; turn < 20; turn += 1) await turns();
    const survivor = new FailingStorage();
    for (const [key, value] of storage.map) survivor.map.set(key, value);
    return survivor;
  }

  it.each([0, 1, 2, 3, 4, 5, 6, 7, 8])(
    'hides no record and keeps the store whole (after %d)',
    async (writes) => {
      const storage = await crashedAfter(writes);
      const store = keyvStore(new Keyv(storage, LOUD));
      const written = [...storage.map.keys()].flatMap(
        (key) => /rushes\/record\/job\/(.*)/.exec(key)?.[1] ?? [],
      );
      expect([...(await idsIn(store))].sort()).toEqual(written.sort());
      for (const id of ['x', 'y', 'z']) await put(store, id);
      const ids = await idsIn(store);
      expect(ids.slice(-3).sort()).toEqual(['x', 'y', 'z']);
      expect(new Set(ids).size).toBe(ids.length);
      await firstValueFrom(store.remove('job/x'));
      expect(await idsIn(store)).toEqual(ids.filter((id) => id !== 'x'));
    },
  );
});

describe('what is read back is not trusted:', () => {
  const RECORD = 'keyv:rushes/record/job/a';
  const entry = (record: unknown): string =>
    JSON.stringify({ value: JSON.stringify({ key: 'job/a', page: 0, record }) });

  async function holding(value: unknown, options = {}) {
    const map = new Map<string, unknown>();
    const store = keyvStore(new Keyv(map, LOUD), options);
    await put(store, 'first');
    await put(store, 'a');
    await put(store, 'last');
    map.set(RECORD, value);
    return store;
  }

  const BAD: readonly (readonly [string, unknown])[] = [
    ['a number', entry(1)],
    ['null', entry(null)],
    ['an array', entry([])],
    ['another version', entry({ ...job('a'), v: 2 })],
    ['another type', entry({ ...job('a'), type: 'constructor' })],
    ['a phase that is none', entry(job('a', { phase: 'toString' }))],
    ['an id with dots', entry(job('..'))],
    ['a time that is none', entry(job('a', { updatedAt: null }))],
    ['an intent in another state', entry({ ...intent, state: 'paid' })],
    ['an intent with a candidate that is none', entry({ ...intent, candidates: [{}] })],
    ['an intent without fingerprint', entry({ ...intent, inputHash: undefined })],
    ['no JSON', JSON.stringify({ value: 'x' })],
    ['no page', JSON.stringify({ value: JSON.stringify({ key: 'job/a', record: job('a') }) })],
    ['what belongs to another key', entry(job('a')).replace('job/a', 'job/b')],
  ];

  it.each(BAD)('%s is no record, and not absent either', async (_, value) => {
    const store = await holding(value);
    const words = 'what stands under job/a is no record';
    expect((await faultOf(get(store, 'a'))).message).toContain(words);
    expect((await faultOf(put(store, 'a'))).message).toContain(words);
    const absent = firstValueFrom(store.putIfAbsent('job/a', job('a')));
    expect((await faultOf(absent)).message).toContain(words);
  });

  it.each(BAD)('%s is left out of lists, which is told, and can be removed', async (_, value) => {
    const told: unknown[] = [];
    const store = await holding(value, { diagnostics: (event: unknown) => told.push(event) });
    expect(await idsIn(store)).toEqual(['first', 'last']);
    expect(told).toEqual([{ type: 'unreadable', key: 'job/a' }]);
    await firstValueFrom(store.remove('job/a'));
    await put(store, 'a');
    expect(await idsIn(store)).toEqual(['first', 'a', 'last']);
  });

  it.each([
    undefined,
    {
      next: () => {
        throw new Error('of the listener');
      },
    },
  ])('a listener that is missing or fails changes nothing (%j)', async (diagnostics) => {
    expect(await idsIn(await holding(BAD[0]![1], { diagnostics }))).toEqual(['first', 'last']);
  });

  it.each<[string, unknown]>([
    ['a value that this store did not write', JSON.stringify({ value: { page: 0 } })],
    ['what Keyv cannot read', '{'],
  ])('%s is an error, also in lists', async (_, value) => {
    const store = await holding(value);
    await faultOf(get(store, 'a'));
    await faultOf(idsIn(store));
  });

  it('fields that are not known are kept', async () => {
    const record = { ...job('a'), later: { than: ['this'] } };
    expect(await get(await holding(entry(record)), 'a')).toEqual(record);
  });

  it('gives frozen records', async () => {
    const record = (await get(await holding(entry(job('a'))), 'a')) as JobRecord;
    expect(Object.isFrozen(record) && Object.isFrozen(record.ref)).toBe(true);
  });

  it.each([
    ['keyv:rushes/pages', 'x'],
    ['keyv:rushes/pages', '1'],
    ['keyv:rushes/page/0', '{}'],
    ['keyv:rushes/page/0', 'x'],
  ])('an index whose %s is %j is damaged, not empty', async (key, value) => {
    const map = new Map<string, unknown>();
    const store = keyvStore(new Keyv(map, LOUD));
    await put(store, 'a');
    map.set(key, JSON.stringify({ value }));
    if (value === '1') map.delete('keyv:rushes/page/0');
    expect((await faultOf(idsIn(store))).message).toContain('index of the store is damaged');
  });
});
