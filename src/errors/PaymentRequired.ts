import type { JobErrorFacts } from './JobErrorBase.js';
import { JobErrorBase } from './JobErrorBase.js';

/**
 * The account has not enough credits or no plan for this (HTTP 402).
 *
 * @since 0.1.0
 */
export class PaymentRequired extends JobErrorBase {
  readonly _tag = 'PaymentRequired';

  constructor(message: string, facts: JobErrorFacts) {
    super('PaymentRequired', message, facts);
  }
}
