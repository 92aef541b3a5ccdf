import type { Observable } from 'rxjs';
import type { Either, JobError } from 'rushes';
import { isLeft, isRight } from 'rushes';
import type { VirtualTime } from '../../src/testing/virtualTime.js';

/** What one subscriber saw, and when: milliseconds since the time's own start. */
export interface Observed<T> {
  /**
   * One line a happening: `0 queued pending`, `1000 running running 0.5`, `2000 !Rejected`, `2000 |`
   * for complete, `2000 #` for an error on the error channel.
   */
  readonly lines: readonly string[];
  /** The same without the times. */
  readonly words: readonly string[];
  readonly values: readonly T[];
  readonly errors: readonly JobError[];
  /** What came on the error channel. */
  readonly defects: readonly unknown[];
  readonly over: boolean;
  /** The last value; throws where there is none. */
  readonly last: T;
  /** The `Left`; throws where there is none. */
  readonly error: JobError;
  leave(): void;
}

interface Told {
  readonly phase?: string;
  readonly status?: string;
  readonly progress?: number;
}

const wordOf = (value: unknown): string => {
  if (typeof value !== 'object' || value === null || !('phase' in value)) return 'value';
  const { phase, status, progress } = value as Told;
  return [phase, status === '' ? "''" : status, progress]
    .filter((part) => part !== undefined)
    .join(' ');
};

/** Subscribes at once and writes down what happens. */
export function observe<T>(
  source: Observable<Either<JobError, T>>,
  time: VirtualTime,
): Observed<T> {
  const began = epochOf(time);
  const events: Either<JobError, T>[] = [];
  const words: string[] = [];
  const lines: string[] = [];
  const defects: unknown[] = [];
  const note = (word: string): void => {
    words.push(word);
    lines.push(`${time.now() - began} ${word}`);
  };
  const subscription = source.subscribe({
    next: (event) => {
      events.push(event);
      note(isLeft(event) ? `!${event.left._tag}` : wordOf(event.right));
    },
    error: (error: unknown) => {
      defects.push(error);
      note('#');
    },
    complete: () => note('|'),
  });
  const present = <V>(value: V | undefined, what: string): V => {
    if (value === undefined) throw new Error(`there is no ${what}: ${words.join(', ')}`);
    return value;
  };
  return {
    lines,
    words,
    defects,
    get values() {
      return events.filter(isRight).map(({ right }) => right);
    },
    get errors() {
      return events.filter(isLeft).map(({ left }) => left);
    },
    get over() {
      return words.at(-1) === '|' || words.at(-1) === '#';
    },
    get last() {
      return present(this.values.at(-1), 'value');
    },
    get error() {
      return present(this.errors.at(-1), 'Left');
    },
    leave: () => subscription.unsubscribe(),
  };
}

const epochs = new WeakMap<VirtualTime, number>();

/** When a virtual time was first seen: lines count from there. */
export function epochOf(time: VirtualTime): number {
  const began = epochs.get(time) ?? time.now();
  epochs.set(time, began);
  return began;
}
