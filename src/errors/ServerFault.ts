import type { JobErrorFacts } from './JobErrorBase.js';
import { JobErrorBase } from './JobErrorBase.js';

/**
 * The vendor or a gateway before it failed (HTTP 5xx).
 *
 * @since 0.1.0
 */
export class ServerFault extends JobErrorBase {
  readonly _tag = 'ServerFault';

  constructor(message: string, facts: JobErrorFacts) {
    super('ServerFault', message, facts);
  }
}
