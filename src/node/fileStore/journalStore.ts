import type { Observable } from 'rxjs';
import type { JobStore } from '../../contract/JobStore.js';
import { StoreFault } from '../../errors/StoreFault.js';
import { cold } from '../../stores/cold.js';
import { codeOf } from './diskCodes.js';
import type { JournalPlan } from './Journal.js';
import { Journal } from './Journal.js';

/** What the disk said is repeatable; what cannot be stored never can. */
function faultOf(operation: string, error: unknown): StoreFault {
  const { message = String(error) } = (error ?? {}) as Partial<Error>;
  const retryable = codeOf(error) !== undefined;
  return new StoreFault(`${operation}: ${message}`, { provider: 'rushes', operation, retryable });
}

/** Cold: the work is done at each subscription, at once. */
const worked = <T>(method: keyof JobStore, work: () => T): Observable<T> =>
  cold(() => {
    try {
      return work();
    } catch (error) {
      throw faultOf(`fileStore.${method}`, error);
    }
  });

/**
 * A journal as a store; all that fails is a `StoreFault`.
 *
 * @since 0.1.0
 */
export function journalStore(plan: JournalPlan): JobStore {
  const journal = new Journal(plan);
  return {
    get: (key) => worked('get', () => journal.read(key)),
    put: (key, record) => worked('put', () => void journal.write({ op: 'put', key, record })),
    putIfAbsent: (key, record) =>
      worked('putIfAbsent', () => journal.write({ op: 'add', key, record })),
    remove: (key) => worked('remove', () => void journal.write({ op: 'remove', key })),
    list: (prefix) => worked('list', () => journal.list(prefix)),
  };
}
