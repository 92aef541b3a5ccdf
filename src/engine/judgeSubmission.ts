import { errorJson } from '../contract/errorAnswer.js';
import { isTransientFailure } from '../contract/isTransientFailure.js';
import type { Idempotency } from '../contract/JobKind.js';
import type { AttemptFailure } from './AttemptFailure.js';
import type { RetryVerdict } from './retrying.js';

/**
 * Attempts for faults before a byte left, and under the vendor's own idempotency key.
 *
 * @since 0.1.0
 */
export const ATTEMPTS = 5;

/** What kind of paid request it is. @since 0.1.0 */
export interface SubmissionTerms {
  /** `false` for verbs that cost nothing and may be repeated. */
  readonly paid: boolean;
  /** Present where this very operation recognizes a repeated key. */
  readonly idempotency: Idempotency | undefined;
  readonly whenLimited: 'wait' | 'fail';
}

/** How a failed attempt is to be taken. @since 0.1.0 */
export interface SubmissionVerdict extends RetryVerdict {
  /** Whether the vendor may have made a job of this attempt. */
  readonly ambiguous: boolean;
}

/** Whether the vendor itself speaks; a page of somebody in between says nothing of what it did. */
const isVendorsOwn = ({ fault, response }: AttemptFailure): boolean =>
  fault.code !== undefined ||
  (fault.message !== undefined && response !== undefined && errorJson(response) !== undefined);

const isPlainRefusal = (status: number | undefined): boolean =>
  status !== undefined && status >= 400 && status < 500 && status !== 408;

/** 301, 307 and 308 ask for the request elsewhere; 302 and 303 may follow work that was done. */
const isPlainRedirect = (status: number | undefined): boolean =>
  status === 301 || status === 307 || status === 308;

/** What the server will not learn by being asked again. */
const isNeverImplemented = (status: number | undefined): boolean =>
  status === 501 || status === 505;

/**
 * Judges a failed create. Pure.
 *
 * Sent again: what certainly did not leave, what the vendor counted as too many, and, under the
 * operation's own idempotency key, what got lost. Everything else is final.
 *
 * @since 0.1.0
 */
export function judgeSubmission(
  failure: AttemptFailure,
  terms: SubmissionTerms,
): SubmissionVerdict {
  const { error, fault, sent } = failure;
  const { idempotency, paid, whenLimited } = terms;
  const status = error.httpStatus;
  if (!sent) {
    const misconfigured =
      error._tag === 'NetworkFault' && (error.reason === 'tls' || error.reason === 'dns');
    const unwanted = error._tag === 'RateLimited' && whenLimited === 'fail';
    const transient = isTransientFailure(error) && !unwanted;
    return { transient, attempts: misconfigured ? 1 : ATTEMPTS, ambiguous: false };
  }
  if (status === 429) {
    return { transient: whenLimited === 'wait', attempts: Infinity, ambiguous: false };
  }
  if (status === 409 && idempotency?.inProgress(fault) === true) {
    return { transient: true, attempts: Infinity, ambiguous: true };
  }
  // What it is in conflict with may be the job that this very request made.
  if (status === 409 && !isVendorsOwn(failure)) {
    return { transient: false, attempts: 1, ambiguous: paid };
  }
  if (isPlainRefusal(status) || isPlainRedirect(status)) {
    return { transient: false, attempts: 1, ambiguous: false };
  }
  // Where only the way broke, the vendor's key still gives the whole answer.
  const broke = error._tag === 'NetworkFault' || error._tag === 'TimedOut';
  const known = fault.candidateId !== undefined && !broke;
  const repeatable = !paid || idempotency !== undefined;
  const isFinal = error._tag === 'UnexpectedRedirect' || isNeverImplemented(status);
  const transient = repeatable && !known && !isFinal;
  return { transient, attempts: ATTEMPTS, ambiguous: paid };
}
