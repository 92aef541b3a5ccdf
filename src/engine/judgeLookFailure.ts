import { isTransientFailure } from '../contract/isTransientFailure.js';
import type { AttemptFailure } from './AttemptFailure.js';

/** Attempts before the first good look. */
const FIRST_ATTEMPTS = 5;

/** A job that was just made may not be readable everywhere at once. */
const UNSEEN_GRACE_MS = 60_000;

/** What a loop knows of its job. @since 0.1.0 */
export interface LookFacts {
  /** A look of it was decoded, or its create answer was. */
  readonly known: boolean;
  /** A look of it was decoded. */
  readonly seen: boolean;
  /** Milliseconds since our own create, in whatever process; absent for jobs that others made. */
  readonly sinceCreateMs: number | undefined;
}

/** What a failed look means for the job. @since 0.1.0 */
export type LookVerdict =
  | { readonly type: 'gone' }
  | { readonly type: 'not-found' }
  | { readonly type: 'retry'; readonly transient: boolean; readonly attempts: number };

/** Faults that a wrong address or a wrong key store makes: not worth a second try at the start. */
const isMisconfigured = ({ error }: AttemptFailure): boolean =>
  error._tag === 'NetworkFault' && (error.reason === 'tls' || error.reason === 'dns');

/**
 * Judges a failed look by what is known of the job. Pure.
 *
 * - 410 is gone. 404 of a known job is gone, but within 60 s of our own create a job that no look
 *   has shown yet is looked at again. 404 of another job means that it does not exist.
 * - Before the first good look at most 5 attempts; after it only the deadline ends the watch.
 *
 * @since 0.1.0
 */
export function judgeLookFailure(failure: AttemptFailure, facts: LookFacts): LookVerdict {
  const status = failure.error.httpStatus;
  if (status === 410) return { type: 'gone' };
  if (status === 404) {
    const young = facts.sinceCreateMs !== undefined && facts.sinceCreateMs < UNSEEN_GRACE_MS;
    if (young && !facts.seen) return { type: 'retry', transient: true, attempts: Infinity };
    return { type: facts.known ? 'gone' : 'not-found' };
  }
  const first = isMisconfigured(failure) ? 1 : FIRST_ATTEMPTS;
  return {
    type: 'retry',
    transient: isTransientFailure(failure.error),
    attempts: facts.known ? Infinity : first,
  };
}
