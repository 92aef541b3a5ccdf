import { catchError, EMPTY, ignoreElements, map, throwError } from 'rxjs';
import type { Observable } from 'rxjs';
import type { SubmissionIntent } from '../contract/JobStore.js';
import type { Environment } from './Environment.js';
import { unwritten } from './intentRecords.js';

const claimKey = (intentId: string): string => `claim/${intentId}`;

/**
 * Takes the right to send an ended intent again, from all who share the store.
 *
 * @returns whether it was free; errors with `StoreFault`
 * @since 0.1.0
 */
export function takeClaim({ store }: Environment, intent: SubmissionIntent): Observable<boolean> {
  return store.putIfAbsent(claimKey(intent.intentId), intent).pipe(
    map((earlier) => earlier === undefined),
    catchError(() => throwError(() => unwritten(intent))),
  );
}

/** Gives the right back; a store that fails keeps it. @since 0.1.0 */
export const dropClaim = (
  { store }: Environment,
  { intentId }: SubmissionIntent,
): Observable<never> =>
  store.remove(claimKey(intentId)).pipe(
    ignoreElements(),
    catchError(() => EMPTY),
  );
