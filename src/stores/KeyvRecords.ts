import type { StoreRecord } from '../contract/JobStore.js';
import { StoreFault } from '../errors/StoreFault.js';
import { decodeRecord } from './decodeRecord.js';
import type { KeyedQueue } from './KeyedQueue.js';
import type { KeyvIndex } from './KeyvIndex.js';
import type { KeyvTexts } from './KeyvTexts.js';

/** A record with its key, and the page of the index that names it. */
interface Entry {
  readonly key: string;
  readonly page: number;
  readonly record: StoreRecord;
}

const entryKey = (key: string): string => `rushes/record/${key}`;

function entryIn(text: unknown, ownKey: string): Entry | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    const entry = JSON.parse(text) as Partial<Record<keyof Entry, unknown>>;
    const { key, page } = entry;
    const record = decodeRecord(entry.record);
    if (record === undefined || key !== ownKey || !Number.isSafeInteger(page)) return undefined;
    return { key, page: page as number, record };
  } catch {
    return undefined;
  }
}

const entryText = (key: string, page: number, json: string): string =>
  `{"key":${JSON.stringify(key)},"page":${page},"record":${json}}`;

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
      await this.#texts.write(entryKey(key), entryText(key, page, json));
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
      const page = entryIn(text, key)?.page;
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
    const records: (StoreRecord | undefined)[] = [];
    for await (const page of this.#index.pages()) {
      const keys = page.filter((key) => key.startsWith(prefix) && !seen.has(key));
      for (const key of keys) seen.add(key);
      const guesses = await this.#texts.guess(keys.map(entryKey));
      const reads = keys.map(async (key, place) => {
        const guess = entryIn(guesses[place], key);
        if (guess !== undefined) return guess.record;
        const text = await this.#texts.read(entryKey(key));
        const entry = entryIn(text, key);
        if (text !== undefined && entry === undefined) onUnreadable(key);
        return entry?.record;
      });
      records.push(...(await Promise.all(reads)));
    }
    return records.filter((record) => record !== undefined);
  }

  async #entry(key: string): Promise<Entry | undefined> {
    const text = await this.#texts.read(entryKey(key));
    if (text === undefined) return undefined;
    const entry = entryIn(text, key);
    if (entry === undefined) throw unreadable(key);
    return entry;
  }
}
