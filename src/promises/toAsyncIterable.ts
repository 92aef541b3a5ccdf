import type { Observable, Subscription } from 'rxjs';
import type { AbortOptions } from './AbortOptions.js';
import { failOnAbort } from './failOnAbort.js';

interface Waiting<T> {
  readonly resolve: (result: IteratorResult<T, undefined>) => void;
  readonly reject: (error: unknown) => void;
}

type Ending = { readonly type: 'done' } | { readonly type: 'failed'; readonly error: unknown };

const DONE = Object.freeze({ done: true, value: undefined });

/** Reads a stream on demand; what comes meanwhile is kept, in order. */
class BufferedIterator<T> implements AsyncIterator<T, undefined> {
  readonly #source: Observable<T>;
  readonly #values: T[] = [];
  readonly #waiting: Waiting<T>[] = [];
  #ending: Ending | undefined;
  #subscription: Subscription | undefined;

  constructor(source: Observable<T>) {
    this.#source = source;
  }

  next(): Promise<IteratorResult<T, undefined>> {
    const answer = new Promise<IteratorResult<T, undefined>>((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
    });
    this.#subscription ??= this.#listen();
    this.#deliver();
    return answer;
  }

  return(): Promise<IteratorResult<T, undefined>> {
    this.#values.length = 0;
    this.#ending = { type: 'done' };
    this.#subscription?.unsubscribe();
    this.#deliver();
    return Promise.resolve(DONE);
  }

  #listen(): Subscription | undefined {
    if (this.#ending !== undefined) return undefined;
    return this.#source.subscribe({
      next: (value) => {
        this.#values.push(value);
        this.#deliver();
      },
      error: (error: unknown) => this.#end({ type: 'failed', error }),
      complete: () => this.#end({ type: 'done' }),
    });
  }

  #end(ending: Ending): void {
    this.#ending ??= ending;
    this.#deliver();
  }

  #deliver(): void {
    while (this.#waiting.length > 0 && (this.#values.length > 0 || this.#ending !== undefined)) {
      const { resolve, reject } = this.#waiting.shift() as Waiting<T>;
      if (this.#values.length > 0) {
        resolve({ done: false, value: this.#values.shift() as T });
      } else if (this.#ending?.type === 'failed') {
        const { error } = this.#ending;
        // A failure is told once, as a thrown one is.
        this.#ending = { type: 'done' };
        reject(error);
      } else {
        resolve(DONE);
      }
    }
  }
}

/**
 * Reads any stream with `for await`. What comes while the loop is busy is kept, in order.
 *
 * Each loop subscribes when it asks for its first value, and unsubscribes when it is left.
 *
 * @param source - any stream; a job stream gives its events
 * @param options - see {@link AbortOptions}; an aborted signal ends the loop with `Aborted`, after
 * what came before
 * @returns throws what the source has on its error channel
 * @example
 * ```ts
 * import { isRight, type JobStream, toAsyncIterable } from 'rushes';
 *
 * async function statuses(job$: JobStream<string>): Promise<readonly string[]> {
 *   const seen: string[] = [];
 *   for await (const event of toAsyncIterable(job$)) {
 *     if (isRight(event)) seen.push(event.right.status);
 *   }
 *   return seen;
 * }
 * ```
 * @since 0.1.0
 */
export function toAsyncIterable<T>(
  source: Observable<T>,
  { signal }: AbortOptions = {},
): AsyncIterable<T> {
  const stoppable = source.pipe(failOnAbort(signal, 'toAsyncIterable'));
  return { [Symbol.asyncIterator]: () => new BufferedIterator(stoppable) };
}
