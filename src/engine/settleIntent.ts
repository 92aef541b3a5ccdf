import { concat, map, toArray } from 'rxjs';
import type { Observable } from 'rxjs';
import type { SubmissionIntent } from '../contract/JobStore.js';
import type { JobRef } from '../model/JobRef.js';
import type { Environment } from './Environment.js';
import { dropClaim } from './intentClaims.js';
import { putDecision } from './intentRecords.js';
import { putJob } from './jobRecords.js';

/** What became of an intent: a job; or none, and whether that is because nothing was made. @since 0.1.0 */
export type Settlement =
  | { readonly ref: JobRef; readonly submitted?: true }
  | { readonly ref: undefined; readonly submitted: boolean };

/** The job as the client's own: of its account, and as old as the create that made it. */
function ownRef({ account }: Environment, { sentAt }: SubmissionIntent, job: JobRef): JobRef {
  const submittedAt = job.submittedAt ?? sentAt;
  return Object.freeze({
    ...job,
    ...(account === undefined ? {} : { account }),
    ...(submittedAt === undefined ? {} : { submittedAt }),
  });
}

/** The record of an intent that is settled so. Pure. */
function settled(
  environment: Environment,
  intent: SubmissionIntent,
  { ref, submitted = true }: Settlement,
): SubmissionIntent {
  if (ref !== undefined) {
    return Object.freeze({ ...intent, state: 'created', ref: ownRef(environment, intent, ref) });
  }
  if (submitted) return Object.freeze({ ...intent, state: 'created' });
  // What the vendor refused was not submitted either: the record says more.
  return intent.state === 'rejected' ? intent : Object.freeze({ ...intent, state: 'not-sent' });
}

/**
 * Writes what became of an intent; its job is from then on one of the client's own.
 *
 * @param operation - the method that was told so
 * @returns the record as it is now; errors with `StoreFault`
 * @since 0.1.0
 */
export function settleIntent(
  environment: Environment,
  operation: string,
  intent: SubmissionIntent,
  settlement: Settlement,
): Observable<SubmissionIntent> {
  const now = settled(environment, intent, settlement);
  const { on, ref } = now;
  const isJob = now.state === 'created' && ref !== undefined;
  return concat(
    // The job first: an intent that is settled is not looked at again.
    ...(isJob ? [putJob(environment, operation, ref, on !== undefined)] : []),
    putDecision(environment, operation, now),
    dropClaim(environment, now),
  ).pipe(
    toArray(),
    map(() => now),
  );
}
