import type { KeyvLike } from './KeyvLike.js';

/**
 * Hears what a Keyv reports beside its answers, for as long as anything is under way: adapters of
 * storages may report a failure and answer as if nothing were there.
 *
 * @since 0.1.0
 */
export class KeyvErrors {
  readonly #keyv: KeyvLike;
  readonly #listeners = new Set<(error: unknown) => void>();
  // One listener for all work: emitters warn of many.
  readonly #hear = (error: unknown): void => {
    this.#heard += 1;
    for (const listener of [...this.#listeners]) listener(error);
  };
  #heard = 0;

  constructor(keyv: KeyvLike) {
    this.#keyv = keyv;
  }

  /** How many were heard so far; counts only while somebody listens. */
  get heard(): number {
    return this.#heard;
  }

  /** Listens until the returned function is called. */
  listen(listener: (error: unknown) => void): () => void {
    if (this.#listeners.size === 0) this.#keyv.on('error', this.#hear);
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#keyv.off('error', this.#hear);
    };
  }
}
