import type { JobErrorFacts } from './JobErrorBase.js';
import { JobErrorBase } from './JobErrorBase.js';

/**
 * The client was closed; its jobs stay at the vendor.
 *
 * @since 0.1.0
 */
export class Closed extends JobErrorBase {
  readonly _tag = 'Closed';

  constructor(message: string, facts: JobErrorFacts) {
    super('Closed', message, facts);
  }
}
