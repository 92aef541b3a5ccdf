import type { Ended } from '../model/JobSnapshot.js';
import type { JobErrorFacts } from './JobErrorBase.js';
import { JobErrorBase } from './JobErrorBase.js';

/**
 * The job was deleted; only from `toResult()` and `outputOf()`.
 *
 * @since 0.1.0
 */
export class JobGone extends JobErrorBase {
  readonly _tag = 'JobGone';
  // Private, so that printing the error does not print the signed URLs of its assets.
  readonly #snapshot: Ended;

  constructor(snapshot: Ended, facts: Pick<JobErrorFacts, 'operation'>) {
    super('JobGone', `the job is gone at ${snapshot.ref.provider}`, {
      provider: snapshot.ref.provider,
      ref: snapshot.ref,
      ...facts,
    });
    this.#snapshot = snapshot;
  }

  /** The last snapshot of the job. */
  get snapshot(): Ended {
    return this.#snapshot;
  }
}
