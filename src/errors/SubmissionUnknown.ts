import type { JobRef } from '../model/JobRef.js';
import type { JobErrorFacts } from './JobErrorBase.js';
import { JobErrorBase } from './JobErrorBase.js';

/**
 * A create was sent and its answer got lost: the job may exist and may have been paid for.
 *
 * It is never sent again by this library. Look at the vendor's side before you call again.
 *
 * @since 0.1.0
 */
export class SubmissionUnknown extends JobErrorBase {
  readonly _tag = 'SubmissionUnknown';
  /** Names the record that was written before the create was sent. */
  readonly intentId: string;
  /** Jobs that may be the one, such as an id read from a cut answer. */
  readonly candidates: readonly JobRef[];

  constructor(
    message: string,
    details: { readonly intentId: string; readonly candidates?: readonly JobRef[] },
    facts: JobErrorFacts,
  ) {
    super('SubmissionUnknown', message, {
      ...facts,
      outcome: 'unknown',
      retryable: false,
      jobMayBeRunning: true,
    });
    this.intentId = details.intentId;
    this.candidates = Object.freeze([...(details.candidates ?? [])]);
  }
}
