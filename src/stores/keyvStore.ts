import type { JobStore } from '../contract/JobStore.js';
import { tellTo } from '../contract/tellTo.js';
import { requireOption } from '../errors/requireOption.js';
import { KeyedQueue } from './KeyedQueue.js';
import { KeyvErrors } from './KeyvErrors.js';
import { KeyvIndex } from './KeyvIndex.js';
import type { KeyvLike } from './KeyvLike.js';
import { KeyvRecords } from './KeyvRecords.js';
import type { KeyvStoreEvent, KeyvStoreOptions } from './KeyvStoreOptions.js';
import { KeyvTexts } from './KeyvTexts.js';
import { KeyvWork } from './KeyvWork.js';
import { requireLoudKeyv } from './requireLoudKeyv.js';

const isListener = (value: KeyvStoreOptions['diagnostics']): boolean =>
  value === undefined || typeof value === 'function' || typeof value?.next === 'function';

/** One queue for each storage, whatever wraps it: two stores over one storage are one store. */
const queues = new WeakMap<object, KeyedQueue>();

function queueOf(keyv: KeyvLike): KeyedQueue {
  const storage = typeof keyv.store === 'object' && keyv.store !== null ? keyv.store : keyv;
  const queue = queues.get(storage) ?? new KeyedQueue();
  queues.set(storage, queue);
  return queue;
}

/**
 * A job store in any [Keyv](https://keyv.org): SQLite, Redis, PostgreSQL, MongoDB and others.
 *
 * **For one process.** Keyv has no compare-and-set, so `putIfAbsent` is made atomic by a queue in this
 * process, which all stores over the same storage object share. Two processes that use one database at
 * once can pay twice under one `idempotencyKey`, and lose each other's keys from the index.
 *
 * - Needs `throwOnErrors: true`, which Keyv 5 leaves off. A storage that fails is an error, never an
 *   empty one: an `error` event of the Keyv fails what is under way, each write is read back.
 * - Nothing expires, whatever `ttl` the Keyv has. A storage that evicts, such as a Redis with an
 *   `allkeys-…` policy, may lose jobs.
 * - Keys begin with `rushes/`. Nothing is ever forgotten but by `remove`.
 *
 * @param keyv - where to keep the records; it is not closed by the client
 * @param options - see {@link KeyvStoreOptions}
 * @throws InvalidInput where the Keyv would hide failures, or is none
 * @returns a store whose Observables fail with `StoreFault`
 * @example
 * ```ts
 * import Keyv from 'keyv';
 * import KeyvRedis from '@keyv/redis';
 * import { keyvStore } from 'rushes';
 * import { createSync } from 'rushes/sync';
 *
 * const redis = new KeyvRedis('redis://localhost:6379');
 * const store = keyvStore(new Keyv(redis, { throwOnErrors: true }));
 * const sync = createSync({ apiKey: 'your-key', store });
 * ```
 * @since 0.1.0
 */
export function keyvStore(keyv: KeyvLike, options: KeyvStoreOptions = {}): JobStore {
  requireLoudKeyv(keyv);
  const isPlain = typeof options === 'object' && options !== null;
  requireOption(isPlain, 'keyvStore', 'options', 'must be a plain object');
  const { diagnostics } = options;
  requireOption(
    isListener(diagnostics),
    'keyvStore',
    'diagnostics',
    'must be a function or an Observer',
  );
  const tell = tellTo<KeyvStoreEvent>(diagnostics);
  const tellUnreadable = (key: string): void => tell({ type: 'unreadable', key });
  const errors = new KeyvErrors(keyv);
  const work = new KeyvWork(errors);
  const texts = new KeyvTexts(keyv, errors);
  const queue = queueOf(keyv);
  const records = new KeyvRecords(texts, new KeyvIndex(texts, queue), queue);
  return {
    get: (key) => work.reading('keyvStore.get', () => records.get(key)),
    put: (key, record) =>
      work.writing('keyvStore.put', async (isWanted) => {
        await records.set(key, record, true, isWanted);
      }),
    putIfAbsent: (key, record) =>
      work.writing('keyvStore.putIfAbsent', (isWanted) =>
        records.set(key, record, false, isWanted),
      ),
    remove: (key) => work.writing('keyvStore.remove', (isWanted) => records.remove(key, isWanted)),
    list: (prefix) => work.reading('keyvStore.list', () => records.list(prefix, tellUnreadable)),
  };
}
