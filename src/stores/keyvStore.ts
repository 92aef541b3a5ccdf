import { Observable } from 'rxjs';
import type { JobStore } from '../contract/JobStore.js';
import { requireOption } from '../errors/requireOption.js';
import { StoreFault } from '../errors/StoreFault.js';
import { KeyedQueue } from './KeyedQueue.js';
import { KeyvErrors } from './KeyvErrors.js';
import { KeyvIndex } from './KeyvIndex.js';
import type { KeyvLike } from './KeyvLike.js';
import { KeyvRecords } from './KeyvRecords.js';
import type { KeyvStoreEvent, KeyvStoreOptions } from './KeyvStoreOptions.js';
import { KeyvTexts } from './KeyvTexts.js';
import { requireLoudKeyv } from './requireLoudKeyv.js';

const isListener = (value: KeyvStoreOptions['diagnostics']): boolean =>
  value === undefined || typeof value === 'function' || typeof value?.next === 'function';

/** A listener that fails must not fail a list. */
function tellTo(diagnostics: KeyvStoreOptions['diagnostics']): (key: string) => void {
  return (key) => {
    const event: KeyvStoreEvent = { type: 'unreadable', key };
    try {
      if (typeof diagnostics === 'function') diagnostics(event);
      else diagnostics?.next?.(event);
    } catch {
      // There is nobody else to tell.
    }
  };
}

/** One line for each storage, whatever wraps it: two stores over one storage are one store. */
const queues = new WeakMap<object, KeyedQueue>();

function queueOf(keyv: KeyvLike): KeyedQueue {
  const storage = typeof keyv.store === 'object' && keyv.store !== null ? keyv.store : keyv;
  const queue = queues.get(storage) ?? new KeyedQueue();
  queues.set(storage, queue);
  return queue;
}

function faultOf(operation: string, error: unknown): StoreFault {
  if (error instanceof StoreFault) return error;
  const words = error instanceof Error ? error.message : String(error);
  return new StoreFault(`${operation}: ${words}`, {
    provider: 'rushes',
    operation,
    retryable: true,
  });
}

/** Work on a store; asks, when its turn has come, whether it is still wanted. */
type Work<T> = (isWanted: () => boolean) => Promise<T>;

/** Cold. What has begun is carried to its end, also where nobody waits for it any more. */
const carriedOut = <T>(errors: KeyvErrors, operation: string, work: Work<T>): Observable<T> =>
  new Observable<T>((subscriber) => {
    let failed = false;
    const fail = (error: unknown): void => {
      failed = true;
      subscriber.error(faultOf(operation, error));
    };
    // A client that connects for ever never answers, but tells of each try.
    const stop = errors.listen(fail);
    const done = (value: T): void => {
      subscriber.next(value);
      subscriber.complete();
    };
    new Promise<T>((resolve) => resolve(work(() => !failed))).finally(stop).then(done, fail);
  });

/**
 * A job store in any [Keyv](https://keyv.org): SQLite, Redis, PostgreSQL, MongoDB and others.
 *
 * **For one process.** Keyv has no compare-and-set, so `putIfAbsent` is made atomic by a line in this
 * process, which all stores over the same storage share. Two processes that use one storage at once can
 * pay twice under one `idempotencyKey`, and lose each other's keys from the index.
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
  const { diagnostics } = options;
  requireOption(
    isListener(diagnostics),
    'keyvStore',
    'diagnostics',
    'must be a function or an Observer',
  );
  const tellUnreadable = tellTo(diagnostics);
  const errors = new KeyvErrors(keyv);
  const texts = new KeyvTexts(keyv, errors);
  const queue = queueOf(keyv);
  const records = new KeyvRecords(texts, new KeyvIndex(texts, queue), queue);
  const cold = <T>(method: keyof JobStore, work: Work<T>): Observable<T> =>
    carriedOut(errors, `keyvStore.${method}`, work);

  return {
    get: (key) => cold('get', () => records.get(key)),
    put: (key, record) =>
      cold('put', async (isWanted) => void (await records.set(key, record, true, isWanted))),
    putIfAbsent: (key, record) =>
      cold('putIfAbsent', (isWanted) => records.set(key, record, false, isWanted)),
    remove: (key) => cold('remove', (isWanted) => records.remove(key, isWanted)),
    list: (prefix) => cold('list', () => records.list(prefix, tellUnreadable)),
  };
}
