import { defaultIfEmpty, defer, take } from 'rxjs';
import type { Observable } from 'rxjs';
import type { JobStore } from '../contract/JobStore.js';

/** One value at most, and one at least; what the store throws goes to the error channel. */
const one = <T>(work: () => Observable<T>, otherwise: T): Observable<T> =>
  defer(work).pipe(take(1), defaultIfEmpty(otherwise));

/**
 * A store of the user's, held to its contract: each method is a cold Observable of one value.
 *
 * @since 0.1.0
 */
export function soundStore(store: JobStore): JobStore {
  return {
    get: (key) => one(() => store.get(key), undefined),
    put: (key, record) => one(() => store.put(key, record), undefined),
    putIfAbsent: (key, record) => one(() => store.putIfAbsent(key, record), undefined),
    remove: (key) => one(() => store.remove(key), undefined),
    list: (prefix) => one(() => store.list(prefix), []),
  };
}
