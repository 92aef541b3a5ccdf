import { catchError, map, throwError } from 'rxjs';
import type { Observable } from 'rxjs';
import type { StoreRecord } from '../contract/JobStore.js';
import { StoreFault } from '../errors/StoreFault.js';
import type { Environment } from './Environment.js';

/** The fault of a store that cannot be read. @since 0.1.0 */
export const unreadable = ({ vendor }: Environment, operation: string): StoreFault =>
  new StoreFault(`${operation}: the store could not be read`, {
    provider: vendor.provider,
    operation,
    retryable: true,
  });

/** Whether a record is of this vendor and of the client's own account. @since 0.1.0 */
export const isOurs = (
  { account, vendor }: Environment,
  owner: { readonly provider: string; readonly account?: string | undefined },
): boolean => owner.provider === vendor.provider && owner.account === account;

/** What is picked of the records of a prefix, oldest first; errors with `StoreFault`. @since 0.1.0 */
export function listed<T>(
  environment: Environment,
  operation: string,
  prefix: string,
  pick: (record: StoreRecord) => T | undefined,
): Observable<readonly T[]> {
  return environment.store.list(prefix).pipe(
    map((records) => records.map(pick).filter((picked) => picked !== undefined)),
    catchError(() => throwError(() => unreadable(environment, operation))),
  );
}
