import { catchError, concat, EMPTY, ignoreElements, map, throwError } from 'rxjs';
import type { Observable } from 'rxjs';
import type { JobRecord, StoreRecord, SubmissionIntent } from '../contract/JobStore.js';
import { StoreFault } from '../errors/StoreFault.js';
import { decodeRecord } from '../stores/decodeRecord.js';
import type { Environment } from './Environment.js';
import { jobKey } from './jobRecords.js';
import { isOurs, listed, unreadable } from './ownRecords.js';

const intentKey = (intentId: string): string => `intent/${intentId}`;

/** The fault of a store that does not take an intent: then nothing is sent. @since 0.1.0 */
export const unwritten = ({ provider, operation }: SubmissionIntent): StoreFault =>
  new StoreFault(`${operation}: the intent could not be written; nothing was sent`, {
    provider,
    operation,
    outcome: 'not-sent',
  });

/**
 * Writes what is about to be bought, if its id is free.
 *
 * @returns the record that was there before, if any; errors with `StoreFault`, also where something
 * else stands in its place
 * @since 0.1.0
 */
export function writeIntent(
  { store }: Environment,
  intent: SubmissionIntent,
): Observable<SubmissionIntent | undefined> {
  const { intentId } = intent;
  return store.putIfAbsent(intentKey(intentId), intent).pipe(
    map((earlier) => {
      if (earlier === undefined) return undefined;
      // Nothing was written then, so that nothing may be sent.
      if (earlier?.type !== 'intent' || earlier.intentId !== intentId) throw unwritten(intent);
      return earlier;
    }),
    catchError(() => throwError(() => unwritten(intent))),
  );
}

/** Writes over an intent of which nothing came; errors with `StoreFault`. @since 0.1.0 */
export function putIntent({ store }: Environment, intent: SubmissionIntent): Observable<unknown> {
  return store
    .put(intentKey(intent.intentId), intent)
    .pipe(catchError(() => throwError(() => unwritten(intent))));
}

/**
 * Writes what somebody found out about an intent; errors with `StoreFault`.
 *
 * @param operation - the method that was told so
 * @since 0.1.0
 */
export function putDecision(
  { store, vendor }: Environment,
  operation: string,
  intent: SubmissionIntent,
): Observable<unknown> {
  const { provider } = vendor;
  const message = `${operation}: what became of the intent could not be written; decide it again`;
  return store
    .put(intentKey(intent.intentId), intent)
    .pipe(
      catchError(() =>
        throwError(() => new StoreFault(message, { provider, operation, retryable: true })),
      ),
    );
}

/**
 * Writes what became of an intent, and the job if one was made. Never errors: the job exists whether
 * or not it could be written, and its id reaches the subscriber in any case.
 *
 * @since 0.1.0
 */
export function writeOutcome(
  environment: Environment,
  intent: SubmissionIntent,
): Observable<never> {
  const { store, clock, diagnose } = environment;
  const { provider, operation, ref } = intent;
  const writes: Observable<unknown>[] = [store.put(intentKey(intent.intentId), intent)];
  if (ref !== undefined) {
    const record: JobRecord = { v: 1, type: 'job', ref, phase: 'queued', updatedAt: clock.now() };
    writes.push(store.put(jobKey(ref), record));
  }
  // Each for itself: where one of them fails, the other still keeps the id.
  const kept = writes.map((write) =>
    write.pipe(
      ignoreElements(),
      catchError(() => {
        diagnose({ type: 'error', tag: 'StoreFault', provider, operation, ref });
        return EMPTY;
      }),
    ),
  );
  return concat(...kept);
}

const ownIntent = (environment: Environment, record: unknown): SubmissionIntent | undefined => {
  const sound: StoreRecord | undefined = decodeRecord(record);
  return sound?.type === 'intent' && isOurs(environment, sound) ? sound : undefined;
};

/** All intents of the client's account, oldest first; errors with `StoreFault`. @since 0.1.0 */
export const readIntents = (
  environment: Environment,
  operation: string,
): Observable<readonly SubmissionIntent[]> =>
  listed(environment, operation, intentKey(''), (record) => ownIntent(environment, record));

/** One intent of the client's account; errors with `StoreFault`. @since 0.1.0 */
export function readIntent(
  environment: Environment,
  operation: string,
  intentId: string,
): Observable<SubmissionIntent | undefined> {
  return environment.store.get(intentKey(intentId)).pipe(
    map((record) => ownIntent(environment, record)),
    catchError(() => throwError(() => unreadable(environment, operation))),
  );
}
