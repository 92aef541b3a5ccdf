import type { JobErrorFacts } from './JobErrorBase.js';
import { JobErrorBase } from './JobErrorBase.js';

/**
 * The vendor knows no such job, and this client never saw one (HTTP 404).
 *
 * @since 0.1.0
 */
export class NotFound extends JobErrorBase {
  readonly _tag = 'NotFound';

  constructor(message: string, facts: JobErrorFacts) {
    super('NotFound', message, facts);
  }
}
