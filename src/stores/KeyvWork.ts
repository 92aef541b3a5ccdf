import { Observable } from 'rxjs';
import { StoreFault } from '../errors/StoreFault.js';
import type { KeyvErrors } from './KeyvErrors.js';

/** Does a write; asks, when its turn has come, whether it is still wanted. */
type Write<T> = (isWanted: () => boolean) => Promise<T>;

function faultOf(operation: string, error: unknown): StoreFault {
  if (error instanceof StoreFault) return error;
  const words = error instanceof Error ? error.message : String(error);
  return new StoreFault(`${operation}: ${words}`, {
    provider: 'rushes',
    operation,
    retryable: true,
  });
}

/**
 * Work on a Keyv as cold Observables, which fail as soon as the Keyv reports an error: a client that
 * connects for ever never answers, but tells of each try.
 *
 * What has begun is carried to its end in any case, and the next write of its key waits for it.
 *
 * @since 0.1.0
 */
export class KeyvWork {
  readonly #errors: KeyvErrors;
  /** What was reported as failed and has not ended, with the error. */
  readonly #unanswered = new Map<object, unknown>();

  constructor(errors: KeyvErrors) {
    this.#errors = errors;
  }

  /** A read. Errors with `StoreFault`. */
  reading<T>(operation: string, work: () => Promise<T>): Observable<T> {
    return this.#carriedOut(operation, work);
  }

  /** A write, which may wait in line. Errors with `StoreFault`, at once behind one that hangs. */
  writing<T>(operation: string, work: Write<T>): Observable<T> {
    return this.#carriedOut(operation, (isWanted) => {
      for (const error of this.#unanswered.values()) throw error;
      return work(isWanted);
    });
  }

  #carriedOut<T>(operation: string, work: Write<T>): Observable<T> {
    return new Observable<T>((subscriber) => {
      const turn = {};
      let ended = false;
      let failed = false;
      const fail = (error: unknown): void => {
        failed = true;
        if (!ended) this.#unanswered.set(turn, error);
        subscriber.error(faultOf(operation, error));
      };
      const stop = this.#errors.listen(fail);
      const end = (): void => {
        ended = true;
        this.#unanswered.delete(turn);
        stop();
      };
      new Promise<T>((resolve) => resolve(work(() => !failed))).finally(end).then((value) => {
        subscriber.next(value);
        subscriber.complete();
      }, fail);
    });
  }
}
