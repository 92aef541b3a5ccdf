import type { SubmissionIntent } from '../contract/JobStore.js';
import type { JobRef } from '../model/JobRef.js';

/**
 * How a job was found.
 *
 * - `answer`: its id stood in what came of the answer, or was recorded before
 * - `reference`: it bears the reference that was sent with the create, such as `client_reference_id`
 * - `likeness`: it was made at that time, and nothing that it shows is other than what was sent
 *
 * @since 0.1.0
 */
export type FoundBy = 'answer' | 'reference' | 'likeness';

/**
 * What the vendor's side tells of a create whose outcome is unknown.
 *
 * - `found`: this job. By `answer` or `reference` it is recorded, and `resume()` gives it. By `likeness`
 *   nothing is recorded: another program, or a person at the vendor's page, may have made a job like it
 *   at the same time. Record it with `resolveIntent`, if you agree.
 * - `several`: each of these may be the one; a person has to look.
 * - `none`: no such job is there. That is no proof that none was made: it may show up late, lie beyond
 *   what the list shows (20 pages are read), or have been deleted.
 * - `unsupported`: there is no way to ask, so that a person has to look: the vendor has no list of such
 *   jobs, or it was a verb, or a call that makes no job.
 *
 * @since 0.1.0
 */
export type Reconciliation =
  | {
      readonly type: 'found';
      readonly intent: SubmissionIntent;
      readonly ref: JobRef;
      readonly by: FoundBy;
    }
  | {
      readonly type: 'several';
      readonly intent: SubmissionIntent;
      readonly candidates: readonly JobRef[];
    }
  | { readonly type: 'none' | 'unsupported'; readonly intent: SubmissionIntent };
