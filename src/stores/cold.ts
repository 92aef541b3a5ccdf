import { Observable } from 'rxjs';

/**
 * Does work that takes no time at each subscription anew: its value, or its error, comes at once.
 *
 * @since 0.1.0
 */
export const cold = <T>(work: () => T): Observable<T> =>
  new Observable<T>((subscriber) => {
    let value: T;
    try {
      value = work();
    } catch (error) {
      subscriber.error(error);
      return;
    }
    subscriber.next(value);
    subscriber.complete();
  });
