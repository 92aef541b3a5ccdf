import type { JobErrorFacts } from './JobErrorBase.js';
import { JobErrorBase } from './JobErrorBase.js';

/**
 * The answer was a redirect (HTTP 3xx); it is never followed, since the key would go along.
 *
 * @since 0.1.0
 */
export class UnexpectedRedirect extends JobErrorBase {
  readonly _tag = 'UnexpectedRedirect';

  constructor(message: string, facts: JobErrorFacts) {
    super('UnexpectedRedirect', message, facts);
  }
}
