import type { Clock } from '../contract/Clock.js';

/** The place of what stands in no timetable. */
const NOWHERE = -1;

/** What can stand in one {@link Timetable}: it keeps its own place there. @since 0.1.0 */
export abstract class TimetableEntry {
  /** Written by the timetable alone. */
  place = NOWHERE;
}

/** How a {@link Timetable} tells time. @since 0.1.0 */
export interface TimetableOptions {
  /** Sets the one timer. */
  readonly clock: Pick<Clock, 'schedule'>;
  /** How long to sleep before a moment is due, in milliseconds: 0 or less for now; `Infinity` to wait for `wind()`. */
  readonly sleepMs: (dueAt: number) => number;
  /** Told that moments have come: takes entries out by `takeDue`. */
  readonly ring: () => void;
}

/**
 * Who is due when: any number of entries, and one timer for them all.
 *
 * A binary heap over plain numbers: an entry costs 20 bytes here, and nothing wakes the process but the
 * moment that comes first. Of those that are due at the same moment, the one that was set first goes
 * first.
 *
 * @since 0.1.0
 */
export class Timetable<Entry extends TimetableEntry> {
  readonly #options: TimetableOptions;
  readonly #entries: Entry[] = [];
  #dueAt = new Float64Array(16);
  #order = new Uint32Array(16);
  #count = 0;
  #cancelTimer: (() => void) | undefined;
  #ringsAt = Infinity;
  #ringing = false;

  constructor(options: TimetableOptions) {
    this.#options = options;
  }

  /** The entry that comes first, if there is one. */
  get first(): Entry | undefined {
    return this.#entries[0];
  }

  /** When the first entry is due; `Infinity` where there is none. */
  get firstDueAt(): number {
    return this.#entries.length === 0 ? Infinity : this.#dueAt[0]!;
  }

  /** Whether the entry stands in it. */
  has(entry: Entry): boolean {
    return entry.place !== NOWHERE;
  }

  /** Puts an entry in, or moves it. */
  set(entry: Entry, dueAt: number): void {
    if (entry.place === NOWHERE) {
      entry.place = this.#entries.push(entry) - 1;
      this.#makeRoom();
    }
    this.#count += 1;
    this.#dueAt[entry.place] = dueAt;
    this.#order[entry.place] = this.#count;
    this.#sift(entry.place);
    this.wind();
  }

  /** Takes an entry out; one that is not in it stays out. */
  remove(entry: Entry): void {
    if (entry.place === NOWHERE) return;
    this.#takeOut(entry.place);
    this.wind();
  }

  /** Takes out the first entry, if its moment has come. */
  takeDue(): Entry | undefined {
    const first = this.#entries[0];
    if (first === undefined || this.#options.sleepMs(this.firstDueAt) > 0) return undefined;
    this.#takeOut(0);
    return first;
  }

  /** Sets the timer by the first entry, where it would ring too late or for nobody. */
  wind(): void {
    if (this.#ringing) return;
    const dueAt = this.firstDueAt;
    const sleepMs = dueAt === Infinity ? Infinity : this.#options.sleepMs(dueAt);
    // One that rings too early costs less than being set anew each time.
    if (sleepMs < Infinity && dueAt >= this.#ringsAt) return;
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    this.#ringsAt = Infinity;
    if (sleepMs === Infinity) return;
    this.#ringsAt = dueAt;
    this.#cancelTimer = this.#options.clock.schedule(sleepMs, () => this.#ring());
  }

  #ring(): void {
    this.#cancelTimer = undefined;
    this.#ringsAt = Infinity;
    this.#ringing = true;
    try {
      this.#options.ring();
    } finally {
      this.#ringing = false;
      this.wind();
    }
  }

  #takeOut(place: number): void {
    const entry = this.#entries[place]!;
    const last = this.#entries.length - 1;
    this.#swap(place, last);
    this.#entries.pop();
    entry.place = NOWHERE;
    if (place !== last) this.#sift(place);
  }

  #isBefore(one: number, other: number): boolean {
    const a = this.#dueAt[one]!;
    const b = this.#dueAt[other]!;
    return a < b || (a === b && this.#order[one]! < this.#order[other]!);
  }

  /** Moves what stands at a place up or down to where it belongs. */
  #sift(from: number): void {
    const { length } = this.#entries;
    let place = from;
    for (let parent = (place - 1) >> 1; place > 0; parent = (place - 1) >> 1) {
      if (!this.#isBefore(place, parent)) break;
      this.#swap(place, parent);
      place = parent;
    }
    for (let child = 2 * place + 1; child < length; child = 2 * place + 1) {
      const least = child + 1 < length && this.#isBefore(child + 1, child) ? child + 1 : child;
      if (!this.#isBefore(least, place)) break;
      this.#swap(place, least);
      place = least;
    }
  }

  #swap(one: number, other: number): void {
    const entry = this.#entries[one]!;
    const dueAt = this.#dueAt[one]!;
    const order = this.#order[one]!;
    this.#entries[one] = this.#entries[other]!;
    this.#dueAt[one] = this.#dueAt[other]!;
    this.#order[one] = this.#order[other]!;
    this.#entries[other] = entry;
    this.#dueAt[other] = dueAt;
    this.#order[other] = order;
    this.#entries[one].place = one;
    entry.place = other;
  }

  #makeRoom(): void {
    if (this.#entries.length <= this.#dueAt.length) return;
    const [dueAt, order] = [this.#dueAt, this.#order];
    this.#dueAt = new Float64Array(dueAt.length * 2);
    this.#order = new Uint32Array(order.length * 2);
    this.#dueAt.set(dueAt);
    this.#order.set(order);
  }
}
