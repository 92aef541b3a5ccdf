import type { NeedsAction } from '../model/JobSnapshot.js';
import type { JobErrorFacts } from './JobErrorBase.js';
import { JobErrorBase } from './JobErrorBase.js';

/**
 * The job waits until a person has acted; only from `toResult()` and `outputOf()`.
 *
 * @since 0.1.0
 */
export class ActionNeeded extends JobErrorBase {
  readonly _tag = 'ActionNeeded';
  // Private, so that printing the error does not print the signed URLs of its assets.
  readonly #snapshot: NeedsAction;

  constructor(snapshot: NeedsAction, facts: Pick<JobErrorFacts, 'operation'>) {
    super('ActionNeeded', `the job waits for a decision: ${snapshot.actions.join(', ')}`, {
      provider: snapshot.ref.provider,
      ref: snapshot.ref,
      ...facts,
    });
    this.#snapshot = snapshot;
  }

  /** The last snapshot of the job. */
  get snapshot(): NeedsAction {
    return this.#snapshot;
  }
}
