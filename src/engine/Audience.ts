import type { JobError } from '../errors/JobError.js';
import type { AnySnapshot } from './toSnapshot.js';
import type { Watcher } from './Watcher.js';

/** A snapshot, and those who were there when it was news. */
interface News {
  readonly snapshot: AnySnapshot;
  readonly readers: readonly Watcher[];
}

const NOBODY: readonly Watcher[] = [];

/**
 * Those who watch one job: all see the same things in the same order. Mostly it is one, so that a list
 * is only kept for more.
 *
 * @since 0.1.0
 */
export class Audience {
  #watchers: Watcher | readonly Watcher[] = NOBODY;
  #news: News[] | undefined;

  get present(): readonly Watcher[] {
    return this.#watchers instanceof Array ? this.#watchers : [this.#watchers];
  }

  get empty(): boolean {
    return this.#watchers === NOBODY;
  }

  add(watcher: Watcher): void {
    if (this.empty) this.#watchers = watcher;
    else if (!this.present.includes(watcher)) this.#watchers = [...this.present, watcher];
  }

  /** @returns whether the watcher was there */
  remove(watcher: Watcher): boolean {
    const { present } = this;
    if (!present.includes(watcher)) return false;
    const others = present.filter((other) => other !== watcher);
    const [one = NOBODY] = others;
    this.#watchers = others.length > 1 ? others : one;
    return true;
  }

  /** Tells all who are present; whoever makes news in the middle of news is told after all others. */
  tell(snapshot: AnySnapshot): void {
    const news = { snapshot, readers: this.present };
    if (this.#news !== undefined) {
      this.#news.push(news);
      return;
    }
    const line = (this.#news = [news]);
    for (let next = line.shift(); next !== undefined; next = line.shift()) {
      for (const reader of next.readers) reader.receive(next.snapshot);
    }
    this.#news = undefined;
  }

  /** Tells all who are present that no more news will come; they are gone by then. */
  dismiss(error: JobError): void {
    const watchers = this.present;
    this.#watchers = NOBODY;
    for (const watcher of watchers) watcher.fail(error);
  }
}
