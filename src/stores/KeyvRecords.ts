import type { StoreRecord } from '../contract/JobStore.js';
import { StoreFault } from '../errors/StoreFault.js';
import { decodeRecord } from './decodeRecord.js';
import type { KeyedQueue } from './KeyedQueue.js';
import type { KeyvIndex } from './KeyvIndex.js';
import type { KeyvTexts } from './KeyvTexts.js';

/** A record, and the page of the index that names its key. */
interface Entry {
  readonly page: number;
  readonly record: StoreRecord;
}

const entryKey = (key: string): string => `rushes/record/${key}`;

function entryIn(text: string): Entry | undefined {
  try {
    const { page, record } = JSON.parse(text) as Partial<Record<keyof Entry, unknown>>;
    const decoded = decodeRecord(record);
    if (decoded === undefined || !Number.isSafeInteger(page)) return undefined;
    return { page: page as number, record: decoded };
  } catch {
    return undefined;
  }
}

const unreadable = (key: string): StoreFault =>
  new StoreFault(`keyvStore: what stands under ${key} is no record; remove it by its key`, {
    provider: 'rushes',
    operation: 'keyvStore',
  });

/**
 * The records of a store and their index, one change of a key at a time.
 *
 * @since 0.1.0
 */
export class KeyvRecords {
  readonly #texts: KeyvTexts;
  readonly #index: KeyvIndex;
  readonly #queue: KeyedQueue;

  constructor(texts: KeyvTexts, index: KeyvIndex, queue: KeyedQueue) {
    this.#texts = texts;
    this.#index = index;
    this.#queue = queue;
  }

  /** The record under the key; rejects with `StoreFault` where something else stands there. */
  async get(key: string): Promise<StoreRecord | undefined> {
    return (await this.#entry(key))?.record;
  }

  /**
   * Writes where `mayReplace` allows it.
   *
   * @param isWanted - asked when its turn comes
   * @returns what was there before
   */
  set(
    key: string,
    record: StoreRecord,
    mayReplace: boolean,
    isWanted: () => boolean,
  ): Promise<StoreRecord | undefined> {
    // At once, since the caller may change its object while this waits.
    const json = JSON.stringify(record);
    return this.#queue.run(entryKey(key), async () => {
      if (!isWanted()) return undefined;
      const earlier = await this.#entry(key);
      if (earlier !== undefined && !mayReplace) return earlier.record;
      const page = earlier?.page ?? (await this.#index.add(key));
      await this.#texts.write(entryKey(key), `{"page":${page},"record":${json}}`);
      return earlier?.record;
    });
  }

  /** Forgets whatever stands under the key. */
  remove(key: string, isWanted: () => boolean): Promise<void> {
    return this.#queue.run(entryKey(key), async () => {
      if (!isWanted()) return;
      const text = await this.#texts.read(entryKey(key));
      if (text === undefined) return;
      await this.#texts.erase(entryKey(key));
      const page = entryIn(text)?.page;
      if (page !== undefined) await this.#index.drop(key, page);
    });
  }

  /**
   * All records whose key begins with the prefix, oldest first.
   *
   * @param onUnreadable - told of the keys of what is no record; they are left out
   */
  async list(prefix: string, onUnreadable: (key: string) => void): Promise<readonly StoreRecord[]> {
    const seen = new Set<string>();
    const records: StoreRecord[] = [];
    for await (const page of this.#index.pages()) {
      const keys = page.filter((key) => key.startsWith(prefix) && !seen.has(key));
      const texts = await Promise.all(keys.map((key) => this.#texts.read(entryKey(key))));
      keys.forEach((key, place) => {
        seen.add(key);
        const text = texts[place];
        const record = text === undefined ? undefined : entryIn(text)?.record;
        if (record !== undefined) records.push(record);
        else if (text !== undefined) onUnreadable(key);
      });
    }
    return records;
  }

  async #entry(key: string): Promise<Entry | undefined> {
    const text = await this.#texts.read(entryKey(key));
    if (text === undefined) return undefined;
    const entry = entryIn(text);
    if (entry === undefined) throw unreadable(key);
    return entry;
  }
}
