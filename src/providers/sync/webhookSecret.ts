import { inputRules, optional } from '../../contract/inputRules.js';
import { filled } from '../../contract/lenient.js';
import { lenientBody } from '../../contract/lenientBody.js';
import { mapped } from '../../contract/mapped.js';
import { flag } from '../../contract/valueRules.js';
import type { VendorCall } from '../../contract/VendorCall.js';
import { errorOf } from './errorOf.js';

/** How to give the secret. @since 0.1.0 */
export interface WebhookSecretQuery {
  /** `true` for one to show to people, which verifies nothing. @defaultValue false, at sync.so */
  readonly masked?: boolean;
}

/**
 * Gives the secret that the organization's webhooks are signed with. It goes to the caller alone: no
 * error, diagnostic or store ever holds it.
 *
 * @see https://sync.so/docs/api-reference/guides/webhooks (read 2026-11-22)
 * @since 0.1.0
 */
export const webhookSecret: VendorCall<WebhookSecretQuery, string> = {
  name: 'webhookSecret',
  check: inputRules<WebhookSecretQuery>({ masked: optional(flag) }),
  request: (query) => ({
    method: 'GET',
    path: '/v2/organizations/webhook/secret',
    query: { ...query },
  }),
  answer: mapped(lenientBody('a secret', { secret: filled }, {}), ({ secret }) => secret),
  errorOf,
};
