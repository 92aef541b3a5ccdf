import type { JobErrorFacts } from './JobErrorBase.js';
import { JobErrorBase } from './JobErrorBase.js';

/**
 * The vendor asks to slow down (HTTP 429); `retryAfterMs` says for how long, where it told.
 *
 * @since 0.1.0
 */
export class RateLimited extends JobErrorBase {
  readonly _tag = 'RateLimited';

  constructor(message: string, facts: JobErrorFacts) {
    super('RateLimited', message, facts);
  }
}
