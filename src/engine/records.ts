import { catchError, concat, EMPTY, ignoreElements, map, mergeMap, of, throwError } from 'rxjs';
import type { Observable } from 'rxjs';
import type { JobRecord, StoreRecord, SubmissionIntent } from '../contract/JobStore.js';
import { StoreFault } from '../errors/StoreFault.js';
import { formatRef } from '../model/JobRef.js';
import type { JobRef } from '../model/JobRef.js';
import type { Phase } from '../model/Phase.js';
import type { Environment } from './Environment.js';

const jobKey = (ref: JobRef): string => `job/${formatRef(ref)}`;
const intentKey = (intentId: string): string => `intent/${intentId}`;
const claimKey = (intentId: string): string => `claim/${intentId}`;

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

/** What was remembered of a job, with what only the record knows, such as when it was submitted. */
function merged(record: JobRecord, earlier: StoreRecord | undefined): JobRecord {
  if (earlier?.type !== 'job') return record;
  const { listed, ...seen } = record;
  const isOwn = earlier.listed !== true || listed !== true;
  const { submittedAt } = earlier.ref;
  const ref = submittedAt === undefined ? seen.ref : { ...seen.ref, submittedAt };
  return { ...seen, ref, ...(isOwn ? {} : { listed: true }) };
}

/**
 * Remembers a job and the phase it was seen in.
 *
 * @param listed - whether it was only seen in a list
 * @since 0.1.0
 */
export function rememberJob(
  environment: Environment,
  ref: JobRef,
  phase: Phase,
  listed = false,
): void {
  const { clock, store } = environment;
  const record: JobRecord = {
    v: 1,
    type: 'job',
    ref,
    phase,
    updatedAt: clock.now(),
    ...(listed ? { listed: true } : {}),
  };
  const key = jobKey(ref);
  const isWhole = ref.submittedAt !== undefined && !listed;
  const write = isWhole
    ? store.put(key, record)
    : store.get(key).pipe(mergeMap((earlier) => store.put(key, merged(record, earlier))));
  inBackground(environment, 'store.put', write);
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

/** Writes a job that was found to be ours; errors with `StoreFault`. @since 0.1.0 */
export function putJob(environment: Environment, ref: JobRef): Observable<unknown> {
  const { clock, store, vendor } = environment;
  const record: JobRecord = { v: 1, type: 'job', ref, phase: 'queued', updatedAt: clock.now() };
  const { provider } = vendor;
  const operation = 'client.resolveIntent';
  const message = `${operation}: the job could not be written`;
  return store.get(jobKey(ref)).pipe(
    mergeMap((earlier) => {
      // What was seen of it stays; from now on it is ours.
      const phase = earlier?.type === 'job' ? earlier.phase : record.phase;
      return store.put(jobKey(ref), { ...merged(record, earlier), phase });
    }),
    catchError(() => throwError(() => new StoreFault(message, { provider, operation }))),
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

const unreadable = ({ vendor }: Environment, operation: string): StoreFault =>
  new StoreFault(`${operation}: the store could not be read`, {
    provider: vendor.provider,
    operation,
    retryable: true,
  });

/** A record of this vendor and of the client's own account. */
const isOurs = (
  { account, vendor }: Environment,
  owner: { readonly provider: string; readonly account?: string | undefined },
): boolean => owner.provider === vendor.provider && owner.account === account;

function listed<T>(
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

/** All intents of the client's account, oldest first; errors with `StoreFault`. @since 0.1.0 */
export const readIntents = (
  environment: Environment,
  operation: string,
): Observable<readonly SubmissionIntent[]> =>
  listed(environment, operation, intentKey(''), (record) =>
    record.type === 'intent' && isOurs(environment, record) ? record : undefined,
  );

/** All jobs of the client's account, oldest first; errors with `StoreFault`. @since 0.1.0 */
export const readJobs = (
  environment: Environment,
  operation: string,
): Observable<readonly JobRecord[]> =>
  listed(environment, operation, 'job/', (record) =>
    record.type === 'job' && isOurs(environment, record.ref) ? record : undefined,
  );

/** One intent of the client's account; errors with `StoreFault`. @since 0.1.0 */
export function readIntent(
  environment: Environment,
  operation: string,
  intentId: string,
): Observable<SubmissionIntent | undefined> {
  return environment.store.get(intentKey(intentId)).pipe(
    map((record) =>
      record?.type === 'intent' && isOurs(environment, record) ? record : undefined,
    ),
    catchError(() => throwError(() => unreadable(environment, operation))),
  );
}

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
