import type { Clock } from '../contract/Clock.js';

/** The row of what stands in no timetable. */
const NOWHERE = -1;

/** So many stand below each. */
const CHILDREN = 8;

/** What can stand in one {@link Timetable}: it keeps its own row there. @since 0.1.0 */
export abstract class TimetableEntry {
  /** Written by the timetable alone. */
  row = NOWHERE;
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
 * A heap over plain numbers: an entry costs 28 bytes here, and nothing wakes the process but the moment
 * that comes first. What moves are numbers side by side; entries stay in their rows, since to touch many
 * objects all over memory costs most. Of those that are due at the same moment, the one that was set first
 * goes first.
 *
 * @since 0.1.0
 */
export class Timetable<Entry extends TimetableEntry> {
  readonly #options: TimetableOptions;
  /** By row. */
  readonly #entries: (Entry | undefined)[] = [];
  #placeOf = new Uint32Array(16);
  readonly #freeRows: number[] = [];
  /** By place in the heap. */
  #dueAt = new Float64Array(16);
  #order = new Uint32Array(16);
  #rowAt = new Uint32Array(16);
  #length = 0;
  #count = 0;
  #cancelTimer: (() => void) | undefined;
  #ringsAt = Infinity;
  #ringing = false;

  constructor(options: TimetableOptions) {
    this.#options = options;
  }

  /** The entry that comes first, if there is one. */
  get first(): Entry | undefined {
    return this.#length === 0 ? undefined : this.#entries[this.#rowAt[0]!];
  }

  /** When the first entry is due; `Infinity` where there is none. */
  get firstDueAt(): number {
    return this.#length === 0 ? Infinity : this.#dueAt[0]!;
  }

  /** Whether the entry stands in it. */
  has(entry: Entry): boolean {
    return entry.row !== NOWHERE;
  }

  /** Puts an entry in, or moves it. */
  set(entry: Entry, dueAt: number): void {
    if (entry.row === NOWHERE) this.#enter(entry);
    this.#count += 1;
    this.#sift(entry.row, this.#placeOf[entry.row]!, dueAt, this.#count);
    if (this.#ringsAt === Infinity || dueAt < this.#ringsAt) this.wind();
  }

  /** Takes an entry out; one that is not in it stays out. */
  remove(entry: Entry): void {
    if (entry.row === NOWHERE) return;
    this.#takeOut(entry);
    // One that rings too early costs less than being set anew each time.
    if (this.#length === 0) this.wind();
  }

  /** Takes out the first entry, if its moment has come. */
  takeDue(): Entry | undefined {
    const { first } = this;
    if (first === undefined || this.#options.sleepMs(this.firstDueAt) > 0) return undefined;
    this.#takeOut(first);
    return first;
  }

  /** Sets the timer by the first entry, where it would ring too late or for nobody. */
  wind(): void {
    if (this.#ringing) return;
    const dueAt = this.firstDueAt;
    const sleepMs = dueAt === Infinity ? Infinity : this.#options.sleepMs(dueAt);
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

  #enter(entry: Entry): void {
    entry.row = this.#freeRows.pop() ?? this.#entries.length;
    this.#entries[entry.row] = entry;
    if (this.#length === this.#dueAt.length) this.#makeRoom();
    this.#placeOf[entry.row] = this.#length;
    this.#length += 1;
  }

  #takeOut(entry: Entry): void {
    const { row } = entry;
    const place = this.#placeOf[row]!;
    this.#entries[row] = undefined;
    this.#freeRows.push(row);
    entry.row = NOWHERE;
    this.#length -= 1;
    const last = this.#length;
    if (last === 0) {
      this.#entries.length = 0;
      this.#freeRows.length = 0;
    }
    if (place === last) return;
    this.#sift(this.#rowAt[last]!, place, this.#dueAt[last]!, this.#order[last]!);
  }

  #isBefore(place: number, dueAt: number, order: number): boolean {
    const its = this.#dueAt[place]!;
    return its < dueAt || (its === dueAt && this.#order[place]! < order);
  }

  /** Fills a gap with a row, which moves up or down to where it belongs. */
  #sift(row: number, gap: number, dueAt: number, order: number): void {
    let place = gap;
    while (place > 0) {
      const parent = Math.floor((place - 1) / CHILDREN);
      if (this.#isBefore(parent, dueAt, order)) break;
      this.#move(parent, place);
      place = parent;
    }
    const length = this.#length;
    for (let child = CHILDREN * place + 1; child < length; child = CHILDREN * place + 1) {
      const least = this.#leastOf(child, Math.min(child + CHILDREN, length));
      if (!this.#isBefore(least, dueAt, order)) break;
      this.#move(least, place);
      place = least;
    }
    this.#put(row, place, dueAt, order);
  }

  #leastOf(from: number, to: number): number {
    let least = from;
    for (let place = from + 1; place < to; place += 1) {
      if (this.#isBefore(place, this.#dueAt[least]!, this.#order[least]!)) least = place;
    }
    return least;
  }

  #move(from: number, to: number): void {
    this.#put(this.#rowAt[from]!, to, this.#dueAt[from]!, this.#order[from]!);
  }

  #put(row: number, place: number, dueAt: number, order: number): void {
    this.#rowAt[place] = row;
    this.#dueAt[place] = dueAt;
    this.#order[place] = order;
    this.#placeOf[row] = place;
  }

  #makeRoom(): void {
    const grown = <Numbers extends Float64Array | Uint32Array>(from: Numbers, to: Numbers) => {
      to.set(from);
      return to;
    };
    const length = this.#length * 2;
    this.#dueAt = grown(this.#dueAt, new Float64Array(length));
    this.#order = grown(this.#order, new Uint32Array(length));
    this.#rowAt = grown(this.#rowAt, new Uint32Array(length));
    this.#placeOf = grown(this.#placeOf, new Uint32Array(length));
  }
}
