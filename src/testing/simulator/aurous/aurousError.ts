import { json } from '../SimResponse.js';
import type { SimResponse } from '../SimResponse.js';

/** What an error of Aurous says. @since 0.1.0 */
export interface AurousErrorFacts {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  /** The field that is wrong. */
  readonly param?: string;
}

/**
 * An error in Aurous' envelope. The request id is filled in when the answer is dressed.
 *
 * @param facts - what is wrong
 * @param headers - more headers, lower-case names
 * @see https://docs.aurous-labs.com/errors
 * @since 0.1.0
 */
export function aurousError(
  { status, code, message, param }: AurousErrorFacts,
  headers: Readonly<Record<string, string>> = {},
): SimResponse {
  const error = {
    type: typeOf(status),
    code,
    message,
    param: param ?? null,
    doc_url: `https://docs.aurous-labs.com/errors#${code}`,
    request_id: '',
  };
  return json(status, { error }, headers);
}

function typeOf(status: number): string {
  if (status === 401 || status === 403) return 'authentication';
  if (status === 404 || status === 410) return 'not_found';
  if (status === 429) return 'rate_limit';
  return status >= 500 ? 'server_error' : 'invalid_request';
}

const CODES: Readonly<Record<number, readonly [code: string, message: string]>> = {
  400: ['invalid_format', 'The request is not valid.'],
  401: ['invalid_api_key', 'The API key is not valid.'],
  402: ['balance_too_low', 'Team available balance is 1.5 credits, generation requires 2.0.'],
  403: ['revoked_api_key', 'The API key was revoked.'],
  404: ['resource_not_found', 'The resource was not found.'],
  409: ['idempotency_key_in_use', 'The idempotency key is in use.'],
  429: ['too_many_requests', 'Rate limit exceeded.'],
  502: ['provider_unavailable', 'The provider is unavailable.'],
  503: ['provider_unavailable', 'The provider is unavailable.'],
  504: ['provider_timeout', 'The provider did not answer in time.'],
};

/**
 * The usual error of a status.
 *
 * @param status - the HTTP status
 * @since 0.1.0
 */
export function usualAurousError(status: number): SimResponse {
  const [code, message] = CODES[status] ?? ['internal_error', 'An internal error occurred.'];
  return aurousError({ status, code, message });
}

/**
 * What costs more than the team has.
 *
 * @param code - `balance_too_low`, or `insufficient_credits` where characters are made
 * @since 0.1.0
 */
export function tooDear(code: 'balance_too_low' | 'insufficient_credits'): SimResponse {
  const message = 'The available balance of the team is too low.';
  return aurousError({ status: 402, code, message });
}
