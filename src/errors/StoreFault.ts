import type { JobErrorFacts } from './JobErrorBase.js';
import { JobErrorBase } from './JobErrorBase.js';

/**
 * The job store failed to read or write. A create that could not be recorded was not sent (`outcome` is
 * `not-sent`), so that calling again once the store works cannot pay twice.
 *
 * @since 0.1.0
 */
export class StoreFault extends JobErrorBase {
  readonly _tag = 'StoreFault';

  constructor(message: string, facts: JobErrorFacts) {
    super('StoreFault', message, facts);
  }
}
