import type { JobError } from './JobError.js';
import type { JobErrorTag } from './JobErrorTag.js';

/** A failure in words for a person. @since 0.1.0 */
export interface Explanation {
  /** What happened, in a few words. */
  readonly title: string;
  /** What to do about it. */
  readonly advice: string;
}

const WORDS: Readonly<Record<JobErrorTag, Explanation>> = {
  InvalidInput: {
    title: 'The input breaks a rule',
    advice: 'Nothing was sent. Mend the fields named in the message and call again.',
  },
  Unauthorized: {
    title: 'The vendor does not accept the key',
    advice: 'Check the key and what its plan allows. A job that was made goes on: watch it later.',
  },
  PaymentRequired: {
    title: 'The account cannot pay for this',
    advice: 'Nothing was made. Top up the account or change its plan, then call again.',
  },
  NotFound: {
    title: 'The vendor knows no such job',
    advice: 'Check the id, and that the key belongs to the account that made the job.',
  },
  Rejected: {
    title: 'The vendor refused the request',
    advice: 'Nothing was made. Read the vendor’s message, change the input and call again.',
  },
  RateLimited: {
    title: 'The vendor asks to slow down',
    advice: 'Wait for `retryAfterMs`, where it is given, or longer, then call again.',
  },
  ServerFault: {
    title: 'The vendor’s server failed',
    advice: 'Try again later; if `ref` is there, watch that job instead of making another.',
  },
  NetworkFault: {
    title: 'The vendor could not be reached',
    advice: 'Check the network, a proxy or a firewall; `reason` says where it broke.',
  },
  TimedOut: {
    title: 'No whole answer came in time',
    advice: 'Try again later, or give the client a larger `timeoutMs`.',
  },
  UnexpectedRedirect: {
    title: 'The answer was a redirect',
    advice: 'It was not followed, to keep the key. Check `baseUrl`.',
  },
  Undecodable: {
    title: 'The answer could not be read',
    advice: 'The vendor, or something between, answered in another form. `issues` says where.',
  },
  UnknownStatus: {
    title: 'The vendor says a status that nobody documents',
    advice: 'The job may be running. Look at the vendor’s page, then watch `ref` again.',
  },
  SubmissionUnknown: {
    title: 'It is not known whether the job was made',
    advice:
      'Do not simply call again, it may be paid for. Ask `client.reconcile(error.intentId)`; where the vendor cannot tell, look at its page and record what you saw with `client.resolveIntent`.',
  },
  DeadlineExceeded: {
    title: 'The job did not end in time',
    advice: 'It may still be running: watch `ref` again, with a larger `deadlineMs`.',
  },
  StoreFault: {
    title: 'The job store failed',
    advice: 'Mend the store, then call again: what could not be recorded was not sent.',
  },
  Aborted: {
    title: 'The watch was cut short',
    advice: 'The job, if there is one, goes on at the vendor: watch `ref` again.',
  },
  Closed: {
    title: 'The client is closed',
    advice: 'Make a new client and watch `ref` with it.',
  },
  JobFailed: {
    title: 'The job failed at the vendor',
    advice: 'Read the vendor’s reason in `snapshot.failure`; calling again makes a new job.',
  },
  JobCanceled: {
    title: 'The job was canceled',
    advice: 'Call again for a new job.',
  },
  JobGone: {
    title: 'The job was deleted',
    advice: 'Call again for a new job.',
  },
  ActionNeeded: {
    title: 'The job waits for a decision',
    advice: 'Look at `snapshot.preview` and call one of `snapshot.actions`.',
  },
};

/**
 * Says what happened and what to do, in words for a person.
 *
 * @param error - an error of this library
 * @example
 * ```ts
 * import { explain, type JobError } from 'rushes';
 *
 * const line = (error: JobError): string => `${explain(error).title}: ${explain(error).advice}`;
 * ```
 * @since 0.1.0
 */
export function explain(error: JobError): Explanation {
  const words: Partial<typeof WORDS> = WORDS;
  // An error of a newer copy of this package may bear a tag that is not in the list yet.
  return words[error._tag] ?? { title: 'Something went wrong', advice: error.message };
}
