/** Something that is due at a moment; of two for the same moment the older one comes first. */
export interface Entry {
  readonly dueAt: number;
  readonly number: number;
  readonly work: () => void;
  /** Whether it is still to come. */
  waits: boolean;
}

const isBefore = (one: Entry, other: Entry): boolean =>
  one.dueAt < other.dueAt || (one.dueAt === other.dueAt && one.number < other.number);

/** What is due when: a heap. */
export class Agenda {
  readonly #heap: Entry[] = [];
  #size = 0;

  /** How many entries wait. */
  get size(): number {
    return this.#size;
  }

  /** The entry that is due first. */
  get first(): Entry | undefined {
    for (let top = this.#heap[0]; top !== undefined; top = this.#heap[0]) {
      if (top.waits) return top;
      this.#removeTop();
    }
    return undefined;
  }

  add(entry: Entry): void {
    this.#heap.push(entry);
    this.#size += 1;
    this.#rise(this.#heap.length - 1);
  }

  /** Takes an entry out, unless it is out. */
  cancel(entry: Entry): void {
    if (!entry.waits) return;
    entry.waits = false;
    this.#size -= 1;
  }

  /** Takes out the entry that is due first. */
  take(): Entry | undefined {
    const { first } = this;
    if (first === undefined) return undefined;
    this.cancel(first);
    this.#removeTop();
    return first;
  }

  #at(index: number): Entry {
    return this.#heap[index] as Entry;
  }

  #swap(one: number, other: number): void {
    [this.#heap[one], this.#heap[other]] = [this.#at(other), this.#at(one)];
  }

  #rise(index: number): void {
    for (let at = index; at > 0;) {
      const parent = (at - 1) >> 1;
      if (!isBefore(this.#at(at), this.#at(parent))) return;
      this.#swap(at, parent);
      at = parent;
    }
  }

  #removeTop(): void {
    const last = this.#heap.pop();
    if (last === undefined || this.#heap.length === 0) return;
    this.#heap[0] = last;
    for (let at = 0; ;) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      let least = at;
      if (left < this.#heap.length && isBefore(this.#at(left), this.#at(least))) least = left;
      if (right < this.#heap.length && isBefore(this.#at(right), this.#at(least))) least = right;
      if (least === at) return;
      this.#swap(at, least);
      at = least;
    }
  }
}
