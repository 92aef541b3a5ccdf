import { Observable } from 'rxjs';
import type { Clock } from '../contract/Clock.js';

/**
 * Emits once, after a delay of any length; unsubscribing cancels it.
 *
 * @param clock - chains delays that are longer than a timer can hold
 * @param delayMs - milliseconds
 * @since 0.1.0
 */
export const clockTimer = (clock: Clock, delayMs: number): Observable<void> =>
  new Observable((subscriber) =>
    clock.schedule(delayMs, () => {
      subscriber.next();
      subscriber.complete();
    }),
  );
