import { numeric } from '../../../contract/lenient.js';
import { lenientBody } from '../../../contract/lenientBody.js';
import { getting } from '../creatifyCall.js';

/** What is left in the account. @since 0.1.0 */
export interface RemainingCredits {
  /** In Creatify's credits; may have decimals. */
  readonly remaining_credits: number;
}

/**
 * Tells how many credits are left.
 *
 * @see https://docs.creatify.ai/api-reference/workspace/get-remainingcredits (read 2026-11-22)
 * @since 0.1.0
 */
export const remainingCredits = getting<RemainingCredits>(
  'remainingCredits',
  '/api/remaining_credits/',
  lenientBody('a balance', { remaining_credits: numeric }, {}),
);
