import type { Observable, Subscribable, Unsubscribable } from 'rxjs';
import type { Either, JobError } from 'rushes';
import { isLeft, isRight } from 'rushes';

/** How long a stream over real time may take to end. */
const PATIENCE_MS = 10_000;

/** What one subscriber saw of one stream. */
export interface Seen<T = unknown> {
  readonly what: string;
  readonly stream$: unknown;
  readonly events: readonly Either<JobError, T>[];
  readonly values: readonly T[];
  readonly errors: readonly JobError[];
  /** The `Left`; throws where there is none. */
  readonly error: JobError;
  /** The last `Right`; throws where there is none. */
  readonly last: T;
  /** Phases, `!` and the tag of errors, `|` for completion, `#` for the error channel. */
  readonly words: readonly string[];
  /** What came on the error channel. */
  readonly defects: readonly unknown[];
  readonly endings: number;
  /** Whether anything came after an ending. */
  readonly late: boolean;
  readonly left: boolean;
  /** The words, once the stream has ended; rejects where it takes too long. */
  readonly ended: Promise<readonly string[]>;
  /** The same, for work that takes its time. */
  endedWithin(ms: number): Promise<readonly string[]>;
  leave(): void;
}

const wordOf = (event: Either<JobError, unknown>): string => {
  if (isLeft(event)) return `!${event.left._tag}`;
  return (event.right as { readonly phase?: string } | undefined)?.phase ?? 'value';
};

/** A stream of ours, or one that keeps to none of its rules; of the first the compiler knows the values. */
export type Watched<T> = Observable<Either<JobError, T>> | Subscribable<Either<JobError, T>>;

/** Subscribes at once, and writes down what comes. */
export function see<T>(what: string, stream$: Watched<T>): Seen<T> {
  const events: Either<JobError, T>[] = [];
  const words: string[] = [];
  const defects: unknown[] = [];
  const waiting: (() => void)[] = [];
  let endings = 0;
  let late = false;
  let left = false;

  const end = (word: string): void => {
    words.push(word);
    endings += 1;
    for (const tell of waiting.splice(0)) tell();
  };
  const subscription: Unsubscribable = stream$.subscribe({
    next: (event) => {
      late ||= endings > 0;
      events.push(event);
      words.push(wordOf(event));
    },
    error: (error: unknown) => {
      defects.push(error);
      end('#');
    },
    complete: () => end('|'),
  });
  const present = <V>(value: V | undefined): V => {
    if (value === undefined) throw new Error(`${what} saw only: ${words.join(', ')}`);
    return value;
  };
  const endedWithin = (ms: number): Promise<readonly string[]> =>
    new Promise((resolve, reject) => {
      if (endings > 0) return resolve(words);
      const timer = setTimeout(
        () => reject(new Error(`${what} has not ended: ${words.join(', ')}`)),
        ms,
      ).unref();
      waiting.push(() => {
        clearTimeout(timer);
        resolve(words);
      });
    });
  return {
    what,
    stream$,
    events,
    words,
    defects,
    get values() {
      return events.filter(isRight).map(({ right }) => right);
    },
    get errors() {
      return events.filter(isLeft).map(({ left: error }) => error);
    },
    get error() {
      return present(this.errors.at(-1));
    },
    get last() {
      return present(this.values.at(-1));
    },
    get endings() {
      return endings;
    },
    get late() {
      return late;
    },
    get left() {
      return left;
    },
    get ended() {
      return endedWithin(PATIENCE_MS);
    },
    endedWithin,
    leave: () => {
      left = true;
      subscription.unsubscribe();
    },
  };
}
