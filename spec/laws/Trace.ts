import type { SourceEvent, TraceEntry } from '../../src/testing/traceOf.js';

/** Writes down what a model says, and where its clock stands. */
export class Trace<R> {
  readonly entries: TraceEntry<R>[] = [];
  #now = 0;

  get now(): number {
    return this.#now;
  }

  /** Lets time pass. */
  wait(ms: number): void {
    this.#now += ms;
  }

  subscribe(): void {
    this.entries.push({ at: this.#now, type: 'subscribe' });
  }

  next(value: R): void {
    this.entries.push({ at: this.#now, type: 'next', value });
  }

  error(error: unknown): void {
    this.entries.push({ at: this.#now, type: 'error', error });
  }

  complete(): void {
    this.entries.push({ at: this.#now, type: 'complete' });
  }

  /** Passes on whatever the source says. */
  pass(event: SourceEvent<R>): void {
    if (event.type === 'next') this.next(event.value);
    else if (event.type === 'error') this.error(event.error);
    else this.complete();
  }
}
