import type { Failed } from '../model/JobSnapshot.js';
import type { JobErrorFacts } from './JobErrorBase.js';
import { JobErrorBase } from './JobErrorBase.js';

const failureText = ({ failure, status }: Failed): string =>
  [failure.code, failure.message].filter((part) => part !== undefined && part !== '').join(': ') ||
  status;

/**
 * The vendor says that the job failed; only from `toResult()` and `outputOf()`.
 *
 * @since 0.1.0
 */
export class JobFailed extends JobErrorBase {
  readonly _tag = 'JobFailed';
  // Private, so that printing the error does not print the signed URLs of its assets.
  readonly #snapshot: Failed;

  constructor(snapshot: Failed, facts: Pick<JobErrorFacts, 'operation'>) {
    super('JobFailed', `the job failed at ${snapshot.ref.provider}: ${failureText(snapshot)}`, {
      provider: snapshot.ref.provider,
      ref: snapshot.ref,
      ...facts,
      vendorCode: snapshot.failure.code,
    });
    this.#snapshot = snapshot;
  }

  /** The last snapshot of the job. */
  get snapshot(): Failed {
    return this.#snapshot;
  }
}
