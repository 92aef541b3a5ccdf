import type { JobErrorFacts } from './JobErrorBase.js';
import { JobErrorBase } from './JobErrorBase.js';

/**
 * The job did not end before the deadline of this watch; it may still be running.
 *
 * @since 0.1.0
 */
export class DeadlineExceeded extends JobErrorBase {
  readonly _tag = 'DeadlineExceeded';

  constructor(message: string, facts: JobErrorFacts) {
    super('DeadlineExceeded', message, facts);
  }
}
