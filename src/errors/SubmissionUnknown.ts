import type { JobRef } from '../model/JobRef.js';
import type { JobErrorFacts } from './JobErrorBase.js';
import { JobErrorBase } from './JobErrorBase.js';

/**
 * A create was sent and its answer got lost: the job may exist and may have been paid for.
 *
 * Do not call again, which may pay twice. Ask `client.reconcile(error.intentId)`; where that gives no
 * certain answer, look at the vendor's page and record what you saw with `client.resolveIntent`. Until
 * then `client.intents()` lists it. See `docs/unknown-outcomes.md`.
 *
 * @example
 * ```ts
 * import { type JobError, isJobError, unwrap } from 'rushes';
 * import type { Sync } from 'rushes/sync';
 *
 * async function ask(sync: Sync, error: JobError): Promise<string> {
 *   if (!isJobError(error, 'SubmissionUnknown')) return error.message;
 *   const told = await unwrap(sync.reconcile(error.intentId));
 *   return told.type; // found, several, none or unsupported
 * }
 * ```
 * @since 0.1.0
 */
export class SubmissionUnknown extends JobErrorBase {
  readonly _tag = 'SubmissionUnknown';
  /** Names the record that was written before the create was sent: for `reconcile`, `resolveIntent`. */
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
