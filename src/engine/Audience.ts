import type { JobError } from '../errors/JobError.js';
import type { AnySnapshot } from './toSnapshot.js';
import type { Watcher } from './Watcher.js';

/** A snapshot, and those who were there when it was news. */
interface News {
  readonly snapshot: AnySnapshot;
  readonly readers: readonly Watcher[];
}

/** Those who watch one job: all see the same things in the same order. @since 0.1.0 */
export class Audience {
  readonly #watchers = new Set<Watcher>();
  readonly #news: News[] = [];

  get present(): readonly Watcher[] {
    return [...this.#watchers];
  }

  get empty(): boolean {
    return this.#watchers.size === 0;
  }

  add(watcher: Watcher): void {
    this.#watchers.add(watcher);
  }

  /** @returns whether the watcher was there */
  remove(watcher: Watcher): boolean {
    return this.#watchers.delete(watcher);
  }

  /** Tells all who are present; whoever makes news in the middle of news is told after all others. */
  tell(snapshot: AnySnapshot): void {
    this.#news.push({ snapshot, readers: this.present });
    if (this.#news.length > 1) return;
    for (let next = this.#news[0]; next !== undefined; next = this.#news[0]) {
      for (const reader of next.readers) reader.receive(next.snapshot);
      this.#news.shift();
    }
  }

  /** Tells all who are present that no more news will come; they are gone by then. */
  dismiss(error: JobError): void {
    const watchers = this.present;
    this.#watchers.clear();
    for (const watcher of watchers) watcher.fail(error);
  }
}
