import type { KeyvErrors } from './KeyvErrors.js';
import type { KeyvLike } from './KeyvLike.js';

/**
 * Texts in a Keyv, with nothing taken on trust: what is absent was not hidden by a failure, and what
 * was written is there.
 *
 * @since 0.1.0
 */
export class KeyvTexts {
  readonly #keyv: KeyvLike;
  readonly #errors: KeyvErrors;

  /** @param errors - must be listened to while a method runs */
  constructor(keyv: KeyvLike, errors: KeyvErrors) {
    this.#keyv = keyv;
    this.#errors = errors;
  }

  /** The text under the key, or `undefined`; rejects where absence cannot be believed. */
  async read(key: string): Promise<string | undefined> {
    const heard = this.#errors.heard;
    const value = await this.#keyv.get(key);
    if (typeof value === 'string') return value;
    if (value !== undefined && value !== null) throw new Error('a value is no text of this store');
    if (this.#errors.heard > heard) throw new Error('the storage reported an error and no value');
    return undefined;
  }

  /**
   * The texts under the keys, in one go where the storage can. Only a guess: what is missing may be
   * there, and an adapter may have mixed up the order.
   */
  async guess(keys: readonly string[]): Promise<readonly unknown[]> {
    const found: unknown = keys.length > 1 ? await this.#keyv.getMany?.([...keys]) : [];
    return Array.isArray(found) ? (found as readonly unknown[]) : [];
  }

  /** Writes, for ever whatever the Keyv's own `ttl`, and reads back. */
  async write(key: string, text: string): Promise<void> {
    await this.#keyv.set(key, text, 0);
    if ((await this.read(key)) !== text) throw new Error('what was written is not there');
  }

  /** Forgets, and looks whether it is forgotten. */
  async erase(key: string): Promise<void> {
    await this.#keyv.delete(key);
    if ((await this.read(key)) !== undefined) throw new Error('what was removed is still there');
  }
}
