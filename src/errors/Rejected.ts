import type { JobErrorFacts } from './JobErrorBase.js';
import { JobErrorBase } from './JobErrorBase.js';

/**
 * The vendor refused the request as it stands (HTTP 4xx that have no tag of their own).
 *
 * @since 0.1.0
 */
export class Rejected extends JobErrorBase {
  readonly _tag = 'Rejected';

  constructor(message: string, facts: JobErrorFacts) {
    super('Rejected', message, facts);
  }
}
