import type { SubmissionIntent } from '../contract/JobStore.js';
import type { JobRef } from '../model/JobRef.js';

/** By what a job was found: the answer to its create, a reference that was sent, or its looks. @since 0.1.0 */
export type FoundBy = 'answer' | 'reference' | 'likeness';

/**
 * What the vendor's side tells of a create whose outcome is unknown.
 *
 * - `found`: this job. By `answer` or `reference` it is certain, and recorded; by `likeness` it is the
 *   only one of that time that shows what was sent: record it with `resolveIntent`, if you agree.
 * - `several`: each of these may be the one; a person has to look.
 * - `none`: no such job is there. That is no proof that none was made: it may show up late.
 * - `unsupported`: the vendor has no way to ask.
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
