import { delay, NEVER, throwError } from 'rxjs';
import type { Observable } from 'rxjs';
import type { JobStore } from 'rushes';
import type { VirtualTime } from '../../src/testing/virtualTime.js';

type Way = <T>(work: Observable<T>) => Observable<T>;

/** The same store, each method of which goes that way. */
const behind = (store: JobStore, way: Way, only?: readonly (keyof JobStore)[]): JobStore => {
  const through = <T>(name: keyof JobStore, work: Observable<T>): Observable<T> =>
    only === undefined || only.includes(name) ? way(work) : work;
  return {
    get: (key) => through('get', store.get(key)),
    put: (key, record) => through('put', store.put(key, record)),
    putIfAbsent: (key, record) => through('putIfAbsent', store.putIfAbsent(key, record)),
    remove: (key) => through('remove', store.remove(key)),
    list: (prefix) => through('list', store.list(prefix)),
  };
};

/** A store that answers so many milliseconds after it did its work. */
export const slow = (store: JobStore, time: VirtualTime, ms: number): JobStore =>
  behind(store, (work) => work.pipe(delay(ms, time.scheduler)));

/** A store whose named methods fail; all of them unless told. */
export const failing = (store: JobStore, ...only: readonly (keyof JobStore)[]): JobStore =>
  behind(store, () => throwError(() => new Error('EIO')), only.length === 0 ? undefined : only);

/** A store whose named methods never answer. */
export const hanging = (store: JobStore, ...only: readonly (keyof JobStore)[]): JobStore =>
  behind(store, () => NEVER, only);

/** A store whose named methods throw where they should give an Observable. */
export const throwing = (store: JobStore, ...only: readonly (keyof JobStore)[]): JobStore => {
  const thrower = (): never => {
    throw new Error('EACCES');
  };
  return { ...store, ...Object.fromEntries(only.map((name) => [name, thrower])) };
};
