import type { JobStore, StoreRecord } from '../contract/JobStore.js';
import { deepFreeze } from '../model/deepFreeze.js';
import { cold } from './cold.js';
import { KeptRecords } from './KeptRecords.js';

/**
 * A copy that nobody can change. Records are plain JSON, so this is a whole one; of a job it is made field
 * by field, and shares the reference where that is frozen already, since there may be very many.
 */
function copyOf(record: StoreRecord): StoreRecord {
  if (record.type !== 'job' || !isFrozenRef(record.ref)) {
    return deepFreeze(JSON.parse(JSON.stringify(record)) as StoreRecord);
  }
  return Object.freeze({ ...record });
}

/** A reference holds nothing but text and numbers. */
const isFrozenRef = (ref: unknown): boolean => typeof ref === 'object' && Object.isFrozen(ref);

/**
 * A job store that lives as long as the process: synchronous, in the order of first writing. The default
 * of a client. For jobs that outlive the process take `fileStore` of `rushes/node`, or `keyvStore`.
 *
 * Unfinished jobs and intents are never forgotten; of finished ones the newest 10,000 are kept.
 *
 * @example
 * ```ts
 * import { memoryStore } from 'rushes';
 * import { createSync } from 'rushes/sync';
 *
 * // Two clients that know of each other's jobs.
 * const store = memoryStore();
 * const one = createSync({ apiKey: 'your-key', store });
 * const other = createSync({ apiKey: 'your-key', store });
 * ```
 * @since 0.1.0
 */
export function memoryStore(): JobStore {
  const kept = new KeptRecords<StoreRecord>((record) => record);
  const write = (key: string, record: StoreRecord): void => {
    kept.set(key, copyOf(record));
  };
  return {
    get: (key) => cold(() => kept.get(key)),
    put: (key, record) => cold(() => write(key, record)),
    putIfAbsent: (key, record) =>
      cold(() => {
        const before = kept.get(key);
        if (before === undefined) write(key, record);
        return before;
      }),
    remove: (key) => cold(() => kept.delete(key)),
    list: (prefix) => cold(() => kept.list(prefix)),
  };
}
