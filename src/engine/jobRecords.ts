import { catchError, map, mergeMap, of, throwError } from 'rxjs';
import type { Observable } from 'rxjs';
import type { JobRecord, StoreRecord } from '../contract/JobStore.js';
import { StoreFault } from '../errors/StoreFault.js';
import { formatRef } from '../model/JobRef.js';
import type { JobRef } from '../model/JobRef.js';
import { isTerminal } from '../model/JobSnapshot.js';
import type { Phase } from '../model/Phase.js';
import { decodeRecord } from '../stores/decodeRecord.js';
import type { Environment } from './Environment.js';
import { isOurs, listed } from './ownRecords.js';

/** Where a job is remembered. @since 0.1.0 */
// Joined, since two texts that are added are kept beside the whole.
export const jobKey = (ref: JobRef): string => ['job', formatRef(ref)].join('/');

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

/** What was remembered of a job, with what only the record knows: whose it is, and when it was made. */
function merged(record: JobRecord, earlier: StoreRecord | undefined): JobRecord {
  if (earlier?.type !== 'job') return record;
  const { listed, ...seen } = record;
  const isOwn = earlier.listed !== true || listed !== true;
  const { account, submittedAt } = earlier.listed === true ? seen.ref : earlier.ref;
  const ref: JobRef = {
    ...seen.ref,
    ...(account === undefined ? {} : { account }),
    ...(submittedAt === undefined ? {} : { submittedAt }),
  };
  if (!isOwn) return { ...seen, ref, listed: true };
  // A list tells no watcher of an end: that is still to come.
  const isUntold = listed === true && isTerminal(record);
  return { ...seen, ref, ...(isUntold ? { phase: earlier.phase } : {}) };
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

/**
 * Whether the store knows the job as one of the same account; a store that fails knows nothing.
 *
 * @since 0.1.0
 */
export function knownToStore({ store }: Environment, ref: JobRef): Observable<boolean> {
  return store.get(jobKey(ref)).pipe(
    map((record) => record?.type === 'job' && record.ref.account === ref.account),
    catchError(() => of(false)),
  );
}

/**
 * Writes a job that was found to be ours; errors with `StoreFault`.
 *
 * @param operation - the method that was told so
 * @param goesOn - whether it was told to go on, so that an end that was seen of it is none
 * @since 0.1.0
 */
export function putJob(
  environment: Environment,
  operation: string,
  ref: JobRef,
  goesOn: boolean,
): Observable<unknown> {
  const { clock, store, vendor } = environment;
  const record: JobRecord = { v: 1, type: 'job', ref, phase: 'queued', updatedAt: clock.now() };
  const { provider } = vendor;
  const message = `${operation}: the job could not be written`;
  return store.get(jobKey(ref)).pipe(
    mergeMap((earlier) => {
      // What was seen of it stays; from now on it is ours.
      const phase = earlier?.type === 'job' && !goesOn ? earlier.phase : record.phase;
      return store.put(jobKey(ref), { ...merged(record, earlier), phase });
    }),
    catchError(() =>
      throwError(() => new StoreFault(message, { provider, operation, retryable: true })),
    ),
  );
}

/** All jobs of the client's account, oldest first; errors with `StoreFault`. @since 0.1.0 */
export const readJobs = (
  environment: Environment,
  operation: string,
): Observable<readonly JobRecord[]> =>
  listed(environment, operation, 'job/', (record) => {
    // Anybody may have written to where the records lie.
    const sound = decodeRecord(record);
    return sound?.type === 'job' && isOurs(environment, sound.ref) ? sound : undefined;
  });
