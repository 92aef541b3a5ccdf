import { Observable, Subscription } from 'rxjs';
import type { Clock } from '../contract/Clock.js';
import { isTransientFailure } from '../contract/isTransientFailure.js';
import { isJobError } from '../errors/isJobError.js';
import type { JobError } from '../errors/JobError.js';
import { restateError } from '../errors/restateError.js';
import { DEFAULT_BACKOFF } from '../timing/Backoff.js';
import { RETRY_START, retryStep } from '../timing/retryStep.js';
import { AttemptFailure } from './AttemptFailure.js';

/** How a failure is to be taken. @since 0.1.0 */
export interface RetryVerdict {
  readonly transient: boolean;
  /** Attempts in a row in all, `>= 1`. */
  readonly attempts: number;
}

/** How a series of attempts is run. @since 0.1.0 */
export interface RetryingOptions {
  /** Whether a failure is worth another attempt. */
  readonly judge: (failure: AttemptFailure) => RetryVerdict;
  /** Told before each wait. */
  readonly onRetry?: (afterMs: number, error: JobError) => void;
  /**
   * May end a wait before its time: gives a function that stops listening for it, or `undefined` where
   * nothing but time heals the failure.
   */
  readonly hurry?: (failure: AttemptFailure, now: () => void) => (() => void) | undefined;
}

const step = retryStep({ backoff: DEFAULT_BACKOFF });

/** Reads are repeated after a transient failure, `attempts` times in all. @since 0.1.0 */
export const readsAtMost =
  (attempts: number) =>
  ({ error }: AttemptFailure): RetryVerdict => ({ transient: isTransientFailure(error), attempts });

/**
 * Makes an attempt again as long as its failures are worth it: a thin driver of `retryStep`.
 *
 * @param attempt - cold; errors with {@link AttemptFailure}
 * @returns errors with the last failure, which then says how many attempts there were
 * @since 0.1.0
 */
export function retrying<T>(
  clock: Clock,
  attempt: Observable<T>,
  { judge, onRetry, hurry }: RetryingOptions,
): Observable<T> {
  return new Observable<T>((subscriber) => {
    let state = RETRY_START;
    let made = 0;
    let candidateId: string | undefined;
    const run = (): void => {
      made += 1;
      subscriber.add(
        attempt.subscribe({
          next: (value) => subscriber.next(value),
          complete: () => subscriber.complete(),
          error: (failure: unknown) => {
            if (failure instanceof AttemptFailure) again(failure);
            else subscriber.error(failure);
          },
        }),
      );
    };
    const again = (failure: AttemptFailure): void => {
      const { error, sent, fault, response } = failure;
      const { retryAfterMs } = error;
      // An id that was once seen is not forgotten over what comes after it.
      candidateId = fault.candidateId ?? candidateId;
      // What was refused before the wire, for want of a token or of a sound key, was no attempt.
      if (!sent && isJobError(error, 'RateLimited', 'InvalidInput')) made -= 1;
      const [next, commands] = step(state, {
        type: 'failure',
        ...judge(failure),
        retryAfterMs,
        random: clock.random(),
      });
      state = next;
      for (const command of commands) {
        if (command.type === 'give-up') {
          const last = restateError(error, { attempts: made });
          const whole = candidateId === undefined ? fault : { ...fault, candidateId };
          subscriber.error(new AttemptFailure(last, sent, whole, response));
        } else {
          onRetry?.(command.afterMs, error);
          wait(failure, command.afterMs);
        }
      }
    };
    const wait = (failure: AttemptFailure, afterMs: number): void => {
      const waiting = new Subscription();
      subscriber.add(waiting);
      const go = (): void => {
        if (waiting.closed) return;
        waiting.unsubscribe();
        subscriber.remove(waiting);
        run();
      };
      waiting.add(clock.schedule(afterMs, go));
      waiting.add(hurry?.(failure, go));
    };
    run();
  });
}
