import type { Aborted } from './Aborted.js';
import type { ActionNeeded } from './ActionNeeded.js';
import type { Closed } from './Closed.js';
import type { DeadlineExceeded } from './DeadlineExceeded.js';
import type { InvalidInput } from './InvalidInput.js';
import type { JobCanceled } from './JobCanceled.js';
import type { JobFailed } from './JobFailed.js';
import type { JobGone } from './JobGone.js';
import type { NetworkFault } from './NetworkFault.js';
import type { NotFound } from './NotFound.js';
import type { PaymentRequired } from './PaymentRequired.js';
import type { RateLimited } from './RateLimited.js';
import type { Rejected } from './Rejected.js';
import type { ServerFault } from './ServerFault.js';
import type { StoreFault } from './StoreFault.js';
import type { SubmissionUnknown } from './SubmissionUnknown.js';
import type { TimedOut } from './TimedOut.js';
import type { Unauthorized } from './Unauthorized.js';
import type { Undecodable } from './Undecodable.js';
import type { UnexpectedRedirect } from './UnexpectedRedirect.js';
import type { UnknownStatus } from './UnknownStatus.js';
import type { JobErrorTag } from './JobErrorTag.js';

/**
 * Everything that can go wrong, as one closed union on `_tag`.
 *
 * @since 0.1.0
 */
export type JobError =
  | InvalidInput
  | Unauthorized
  | PaymentRequired
  | NotFound
  | Rejected
  | RateLimited
  | ServerFault
  | NetworkFault
  | TimedOut
  | UnexpectedRedirect
  | Undecodable
  | UnknownStatus
  | SubmissionUnknown
  | DeadlineExceeded
  | StoreFault
  | Aborted
  | Closed
  | JobFailed
  | JobCanceled
  | JobGone
  | ActionNeeded;

/**
 * The members of {@link JobError} that bear one of the given tags.
 *
 * @typeParam Tag - one tag, or a union of tags
 * @since 0.1.0
 */
export type JobErrorOf<Tag extends JobErrorTag> = Extract<JobError, { readonly _tag: Tag }>;
