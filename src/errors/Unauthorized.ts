import type { JobErrorFacts } from './JobErrorBase.js';
import { JobErrorBase } from './JobErrorBase.js';

/**
 * The vendor does not accept the key, or the key may not do this (HTTP 401, 403).
 *
 * @since 0.1.0
 */
export class Unauthorized extends JobErrorBase {
  readonly _tag = 'Unauthorized';

  constructor(message: string, facts: JobErrorFacts) {
    super('Unauthorized', message, facts);
  }
}
