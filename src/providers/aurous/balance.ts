import { numeric, text } from '../../contract/lenient.js';
import { lenientBody } from '../../contract/lenientBody.js';
import type { VendorCall } from '../../contract/VendorCall.js';
import { READS } from './buckets.js';
import { errorOf } from './errorOf.js';

/** A team's credits. @since 0.1.0 */
export interface Balance {
  /** What can be spent now: all credits but those that are held. */
  readonly available_credits: number;
  /** All credits. */
  readonly credits?: number;
  /** What jobs under way may cost at most. */
  readonly held_credits?: number;
  /** `credit`. */
  readonly currency?: string;
  /** `metered`, or `exempt`: then nothing is charged and nothing refused. More may come. */
  readonly billing_mode?: string;
}

/**
 * What the team can spend.
 *
 * @see https://docs.aurous-labs.com/api-reference/public-api-v1/get-credit-balance (read 2026-11-22)
 * @since 0.1.0
 */
export const balance: VendorCall<void, Balance> = {
  name: 'balance',
  request: () => ({ method: 'GET', path: '/v1/balance' }),
  answer: lenientBody(
    'a balance',
    { available_credits: numeric },
    { credits: numeric, held_credits: numeric, currency: text, billing_mode: text },
  ),
  errorOf,
  bucket: READS,
};
