import type { SubmissionIntent } from '../contract/JobStore.js';
import { isJobError } from '../errors/isJobError.js';
import type { JobError } from '../errors/JobError.js';
import { NetworkFault } from '../errors/NetworkFault.js';
import { restateError } from '../errors/restateError.js';
import { SubmissionUnknown } from '../errors/SubmissionUnknown.js';
import type { JobRef } from '../model/JobRef.js';
import { AttemptFailure } from './AttemptFailure.js';
import type { Purchase } from './Purchase.js';

/**
 * Whatever a purchase may end in, as a failed attempt. What is none of ours is a defect, such as in a
 * user's store or port: nobody knows what left by then.
 *
 * @since 0.1.0
 */
export function asAttemptFailure(
  failure: unknown,
  { provider, operation }: SubmissionIntent,
): AttemptFailure {
  if (failure instanceof AttemptFailure) return failure;
  if (isJobError(failure)) return new AttemptFailure(failure, false);
  const text = failure instanceof Error ? failure.message : 'for no stated reason';
  const error = new NetworkFault(`${operation}: ${text}`, 'other', { provider, operation });
  return new AttemptFailure(error, true);
}

/** The error of a purchase of which it is certain that it made nothing. */
function certainError({ error, sent }: AttemptFailure, { paid }: Purchase): JobError {
  // An earlier create under the same key: that one is uncertain.
  if (error._tag === 'SubmissionUnknown' || !paid) return error;
  const limited = error._tag === 'RateLimited';
  return restateError(error, {
    outcome: sent ? 'rejected' : 'not-sent',
    // With nothing made, calling again cannot pay twice.
    retryable: limited || (error.retryable && !sent),
    jobMayBeRunning: false,
  });
}

/** The error of a purchase whose answer got lost: a job may exist. */
function unknownError(
  { error, fault }: AttemptFailure,
  { kind, ref }: Purchase,
  { account, intentId, provider, operation }: SubmissionIntent,
): JobError {
  // A job that an earlier answer named is worth more than the word for the last one.
  if (error._tag === 'UnexpectedRedirect' && fault.candidateId === undefined) {
    return restateError(error, { outcome: 'unknown', retryable: false, jobMayBeRunning: true });
  }
  const { httpStatus, vendorCode, requestId, attempts } = error;
  const own = account === undefined ? {} : { account };
  const candidates: readonly JobRef[] =
    fault.candidateId === undefined
      ? []
      : [{ v: 1, provider, kind, id: fault.candidateId, ...own }];
  // Whoever looks below must not read there that calling again cannot pay twice.
  const cause = restateError(error, { retryable: false, jobMayBeRunning: true });
  return new SubmissionUnknown(
    `${operation}: it was sent, but its answer got lost; it is not sent again (${error.message})`,
    { intentId, candidates },
    { provider, operation, ref, httpStatus, vendorCode, requestId, attempts, cause },
  );
}

/**
 * The error of a purchase that failed for good. Pure.
 *
 * @param ambiguous - whether any of its attempts may have made a job
 * @since 0.1.0
 */
export function submissionError(
  failure: AttemptFailure,
  ambiguous: boolean,
  purchase: Purchase,
  intent: SubmissionIntent,
): JobError {
  return ambiguous ? unknownError(failure, purchase, intent) : certainError(failure, purchase);
}
