import type { StoreRecord } from 'rushes';

/** What is on the disk: it outlives every client. */
export class Shelf {
  readonly #records = new Map<string, string>();
  #operations = 0;

  /** How many operations were asked for, by all clients. */
  get operations(): number {
    return this.#operations;
  }

  /** The number of the next operation. */
  next(): number {
    this.#operations += 1;
    return this.#operations;
  }

  get(key: string): StoreRecord | undefined {
    const text = this.#records.get(key);
    return text === undefined ? undefined : (JSON.parse(text) as StoreRecord);
  }

  set(key: string, record: StoreRecord): void {
    this.#records.set(key, JSON.stringify(record));
  }

  delete(key: string): void {
    this.#records.delete(key);
  }

  list(prefix: string): readonly StoreRecord[] {
    return [...this.#records]
      .filter(([key]) => key.startsWith(prefix))
      .map(([, text]) => JSON.parse(text) as StoreRecord);
  }

  /** Everything as it is written. */
  get text(): string {
    return JSON.stringify([...this.#records]);
  }
}
