import { finalize, Observable } from 'rxjs';
import type { JobStore } from '../contract/JobStore.js';

/**
 * Counts what a client writes into its store, so that closing can wait for it.
 *
 * @since 0.1.0
 */
export class PendingWrites {
  /** The store, each write of which is counted. */
  readonly store: JobStore;
  readonly #idle: () => void;
  #open = 0;

  /** @param idle - told whenever the last open write has ended */
  constructor(store: JobStore, idle: () => void) {
    this.#idle = idle;
    this.store = {
      get: (key) => store.get(key),
      put: (key, record) => this.#counted(store.put(key, record)),
      putIfAbsent: (key, record) => this.#counted(store.putIfAbsent(key, record)),
      remove: (key) => this.#counted(store.remove(key)),
      list: (prefix) => store.list(prefix),
    };
  }

  /** How many writes are under way. */
  get open(): number {
    return this.#open;
  }

  #counted<T>(write: Observable<T>): Observable<T> {
    return new Observable<T>((subscriber) => {
      this.#open += 1;
      return write
        .pipe(
          finalize(() => {
            this.#open -= 1;
            if (this.#open === 0) this.#idle();
          }),
        )
        .subscribe(subscriber);
    });
  }
}
