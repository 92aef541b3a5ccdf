import { catchError, concat, EMPTY, ignoreElements, map, of, throwError } from 'rxjs';
import type { Observable } from 'rxjs';
import type { JobRecord, SubmissionIntent } from '../contract/JobStore.js';
import { StoreFault } from '../errors/StoreFault.js';
import { formatRef } from '../model/JobRef.js';
import type { JobRef } from '../model/JobRef.js';
import type { Phase } from '../model/Phase.js';
import type { Environment } from './Environment.js';

const jobKey = (ref: JobRef): string => `job/${formatRef(ref)}`;
const intentKey = (intentId: string): string => `intent/${intentId}`;

/** Subscribes without waiting; a store that fails is told of, but ends no watch. */
function inBackground(
  environment: Environment,
  operation: string,
  work: Observable<unknown>,
): void {
  work.subscribe({
    error: () => {
      environment.diagnose({
        type: 'error',
        tag: 'StoreFault',
        provider: environment.vendor.provider,
        operation,
      });
    },
  });
}

/**
 * Remembers a job and the phase it was seen in; only worth a write when the phase is news.
 *
 * @since 0.1.0
 */
export function rememberJob(environment: Environment, ref: JobRef, phase: Phase): void {
  const record: JobRecord = { v: 1, type: 'job', ref, phase, updatedAt: environment.clock.now() };
  inBackground(environment, 'store.put', environment.store.put(jobKey(ref), record));
}

/** Whether the store knows the job; a store that fails knows nothing. @since 0.1.0 */
export function knownToStore({ store }: Environment, ref: JobRef): Observable<boolean> {
  return store.get(jobKey(ref)).pipe(
    map((record) => record !== undefined),
    catchError(() => of(false)),
  );
}

const unwritten = ({ provider, operation }: SubmissionIntent): StoreFault =>
  new StoreFault(`${operation}: the intent could not be written; nothing was sent`, {
    provider,
    operation,
    outcome: 'not-sent',
  });

/**
 * Writes what is about to be bought, if its id is free.
 *
 * @returns the record that was there before, if any; errors with `StoreFault`
 * @since 0.1.0
 */
export function writeIntent(
  { store }: Environment,
  intent: SubmissionIntent,
): Observable<SubmissionIntent | undefined> {
  return store.putIfAbsent(intentKey(intent.intentId), intent).pipe(
    map((earlier) => (earlier?.type === 'intent' ? earlier : undefined)),
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
  const writes = [store.put(intentKey(intent.intentId), intent)];
  if (ref !== undefined) {
    const record: JobRecord = { v: 1, type: 'job', ref, phase: 'queued', updatedAt: clock.now() };
    writes.push(store.put(jobKey(ref), record));
  }
  return concat(...writes).pipe(
    ignoreElements(),
    catchError(() => {
      diagnose({ type: 'error', tag: 'StoreFault', provider, operation, ref });
      return EMPTY;
    }),
  );
}
