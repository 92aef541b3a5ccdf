import type { JobErrorFacts } from './JobErrorBase.js';
import { JobErrorBase } from './JobErrorBase.js';

/**
 * No whole answer arrived within the time of one attempt (or HTTP 408).
 *
 * @since 0.1.0
 */
export class TimedOut extends JobErrorBase {
  readonly _tag = 'TimedOut';

  constructor(message: string, facts: JobErrorFacts) {
    super('TimedOut', message, facts);
  }
}
