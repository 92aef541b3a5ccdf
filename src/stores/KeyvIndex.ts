import type { KeyedQueue } from './KeyedQueue.js';
import type { KeyvTexts } from './KeyvTexts.js';

/** So many keys stand on one page: each new key writes one page anew. */
const KEYS_A_PAGE = 100;

/** Holds the number of the last page, from 0. */
const LAST_PAGE = 'rushes/pages';

const pageKey = (page: number): string => `rushes/page/${page}`;

const isKeys = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((key) => typeof key === 'string');

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const damaged = (): Error => new Error('the index of the store is damaged');

/**
 * The keys of a store in the order they came, on pages of their own: not every storage can be
 * iterated, and none promises an order.
 *
 * A key stands in the index before its record is written, so that no crash hides a record; a key
 * without a record means nothing.
 *
 * @since 0.1.0
 */
export class KeyvIndex {
  readonly #texts: KeyvTexts;
  readonly #queue: KeyedQueue;

  constructor(texts: KeyvTexts, queue: KeyedQueue) {
    this.#texts = texts;
    this.#queue = queue;
  }

  /** Adds a key at the end. @returns its page, which `drop` wants */
  add(key: string): Promise<number> {
    return this.#queue.run(LAST_PAGE, async () => {
      const last = await this.#lastPage();
      const keys = last === undefined ? [] : await this.#keysOf(last, last);
      if (last !== undefined && keys.includes(key)) return last;
      if (last !== undefined && keys.length < KEYS_A_PAGE) return this.#write(last, [...keys, key]);
      const next = last === undefined ? 0 : last + 1;
      await this.#texts.write(LAST_PAGE, String(next));
      return this.#write(next, [key]);
    });
  }

  /** Takes a key off its page. */
  drop(key: string, page: number): Promise<void> {
    return this.#queue.run(LAST_PAGE, async () => {
      const keys = await this.#keysOf(page, page);
      if (keys.includes(key)) {
        await this.#write(
          page,
          keys.filter((other) => other !== key),
        );
      }
    });
  }

  /** The keys, page by page, oldest first; after a crash a key may come twice. */
  async *pages(): AsyncGenerator<readonly string[]> {
    const last = (await this.#lastPage()) ?? -1;
    for (let page = 0; page <= last; page += 1) yield await this.#keysOf(page, last);
  }

  async #write(page: number, keys: readonly string[]): Promise<number> {
    await this.#texts.write(pageKey(page), JSON.stringify(keys));
    return page;
  }

  async #lastPage(): Promise<number | undefined> {
    const text = await this.#texts.read(LAST_PAGE);
    if (text === undefined) return undefined;
    if (!/^\d{1,9}$/.test(text)) throw damaged();
    return Number(text);
  }

  async #keysOf(page: number, last: number): Promise<readonly string[]> {
    const text = await this.#texts.read(pageKey(page));
    // Its number is written before the page itself: a crash between leaves the last one empty.
    if (text === undefined && page === last) return [];
    const keys = text === undefined ? undefined : parsed(text);
    if (!isKeys(keys)) throw damaged();
    return keys;
  }
}
