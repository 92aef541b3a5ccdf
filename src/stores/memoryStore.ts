import { Observable } from 'rxjs';
import type { JobStore, StoreRecord } from '../contract/JobStore.js';
import { deepFreeze } from '../model/deepFreeze.js';
import { isTerminal } from '../model/JobSnapshot.js';

/** Finished records beyond so many are forgotten, oldest first. */
const MOST_FINISHED = 10_000;

/** Whether nothing is left to be done about a record. */
function isFinished(record: StoreRecord): boolean {
  if (record.type === 'job') return isTerminal(record);
  return record.state === 'created' || record.state === 'not-sent' || record.state === 'rejected';
}

/** Cold: the work is done anew at each subscription, at once. */
const cold = <T>(work: () => T): Observable<T> =>
  new Observable<T>((subscriber) => {
    try {
      subscriber.next(work());
      subscriber.complete();
    } catch (error) {
      subscriber.error(error);
    }
  });

/** Records are plain JSON, so this is a whole copy. */
const copyOf = (record: StoreRecord): StoreRecord =>
  deepFreeze(JSON.parse(JSON.stringify(record)) as StoreRecord);

/**
 * A job store that lives as long as the process: synchronous, in the order of first writing.
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
  const records = new Map<string, StoreRecord>();
  const finished = new Set<string>();

  const write = (key: string, record: StoreRecord): void => {
    records.set(key, record);
    finished.delete(key);
    if (!isFinished(record)) return;
    finished.add(key);
    for (const oldest of finished) {
      if (finished.size <= MOST_FINISHED) return;
      finished.delete(oldest);
      records.delete(oldest);
    }
  };

  return {
    get: (key) => cold(() => records.get(key)),
    put: (key, record) => cold(() => write(key, copyOf(record))),
    putIfAbsent: (key, record) =>
      cold(() => {
        const before = records.get(key);
        if (before === undefined) write(key, copyOf(record));
        return before;
      }),
    remove: (key) =>
      cold(() => {
        records.delete(key);
        finished.delete(key);
      }),
    list: (prefix) =>
      cold(() =>
        [...records].filter(([key]) => key.startsWith(prefix)).map(([, record]) => record),
      ),
  };
}
