import type { StoreRecord } from '../contract/JobStore.js';
import { isTerminal } from '../model/JobSnapshot.js';

/** Finished records beyond so many are forgotten, the one that finished first before the others. */
const MOST_FINISHED = 10_000;

/** Whether nothing is left to be done about a record. */
function isFinished(record: StoreRecord): boolean {
  if (record.type === 'durations') return false;
  if (record.type === 'job') return isTerminal(record);
  return record.state === 'created' || record.state === 'not-sent' || record.state === 'rejected';
}

/**
 * Records by key, in the order of first writing: all that are unfinished, and the newest 10,000 of those
 * that are finished.
 *
 * @since 0.1.0
 */
export class KeptRecords<T> {
  readonly #recordOf: (entry: T) => StoreRecord;
  readonly #entries = new Map<string, T>();
  readonly #finished = new Set<string>();

  /** @param recordOf - the record in an entry */
  constructor(recordOf: (entry: T) => StoreRecord) {
    this.#recordOf = recordOf;
  }

  get(key: string): T | undefined {
    return this.#entries.get(key);
  }

  /**
   * Writes, over what was there.
   *
   * @returns what is forgotten for it because too much is finished
   */
  set(key: string, entry: T): T | undefined {
    this.#entries.set(key, entry);
    this.#finished.delete(key);
    if (!isFinished(this.#recordOf(entry))) return undefined;
    this.#finished.add(key);
    if (this.#finished.size <= MOST_FINISHED) return undefined;
    const [oldest = key] = this.#finished;
    const forgotten = this.#entries.get(oldest);
    this.delete(oldest);
    return forgotten;
  }

  delete(key: string): void {
    this.#entries.delete(key);
    this.#finished.delete(key);
  }

  /** All there is, the one that was first written first. */
  values(): Iterable<T> {
    return this.#entries.values();
  }

  /** The records whose key begins with the prefix, the one that was first written first. */
  list(prefix: string): readonly StoreRecord[] {
    const found: StoreRecord[] = [];
    for (const [key, entry] of this.#entries) {
      if (key.startsWith(prefix)) found.push(this.#recordOf(entry));
    }
    return found;
  }
}
