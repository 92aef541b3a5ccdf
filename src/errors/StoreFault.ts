import type { JobErrorFacts } from './JobErrorBase.js';
import { JobErrorBase } from './JobErrorBase.js';

/**
 * The job store failed; nothing was sent that could not be recorded.
 *
 * @since 0.1.0
 */
export class StoreFault extends JobErrorBase {
  readonly _tag = 'StoreFault';

  constructor(message: string, facts: JobErrorFacts) {
    super('StoreFault', message, facts);
  }
}
