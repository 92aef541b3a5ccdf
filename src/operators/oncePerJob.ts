import { defer, from, switchMap, throwError } from 'rxjs';
import type { Observable } from 'rxjs';
import type { JobRef } from '../model/JobRef.js';
import { formatRef } from '../model/JobRef.js';

/** What a chaining function gives: a stream, at once or after a while. @since 0.1.0 */
export type Chained<S> = Observable<S> | PromiseLike<Observable<S>>;

/**
 * Calls a user's function once per job, however many subscribe and whenever: what it gave, or threw,
 * is remembered and given again.
 *
 * A second call might pay a second time.
 *
 * @param call - the user's function
 * @since 0.1.0
 */
export const oncePerJob = <Snapshot extends { readonly ref: JobRef }, S>(
  call: (snapshot: Snapshot) => Chained<S>,
): ((snapshot: Snapshot) => Observable<S>) => {
  const given = new Map<string, Observable<S>>();
  const ask = (snapshot: Snapshot): Observable<S> => {
    try {
      const answer = call(snapshot);
      return 'then' in answer ? from(answer).pipe(switchMap((stream) => stream)) : answer;
    } catch (error) {
      return throwError(() => error);
    }
  };
  return (snapshot) =>
    defer(() => {
      const key = formatRef(snapshot.ref);
      const known = given.get(key) ?? ask(snapshot);
      given.set(key, known);
      return known;
    });
};
