import type { JobErrorFacts } from './JobErrorBase.js';
import { JobErrorBase } from './JobErrorBase.js';

/**
 * The caller stopped listening, or a source ended before its job did. Its `name` is `AbortError`.
 *
 * @since 0.1.0
 */
export class Aborted extends JobErrorBase {
  readonly _tag = 'Aborted';

  constructor(message: string, facts: JobErrorFacts) {
    super('AbortError', message, facts);
  }
}
