import { json } from '../SimResponse.js';
import type { SimResponse } from '../SimResponse.js';

/** What a look at something that is not there gives. @since 0.1.0 */
export const NOT_FOUND: SimResponse = json(404, { detail: 'Not found.' });

/** What a request without keys gives. @since 0.1.0 */
export const NO_KEY: SimResponse = json(401, {
  detail: 'Authentication credentials were not provided.',
});

const DETAILS: Readonly<Record<number, string>> = {
  400: 'Malformed request.',
  401: 'Invalid API key.',
  402: 'Insufficient credits.',
  403: 'You do not have permission to perform this action.',
  404: 'Not found.',
  429: 'Request was throttled.',
};

/**
 * The usual error of a status, as Django REST framework writes it.
 *
 * @param status - the HTTP status
 * @since 0.1.0
 */
export function creatifyError(status: number): SimResponse {
  return json(status, { detail: DETAILS[status] ?? 'A server error occurred.' });
}

/**
 * The refusal of a request that is sound but cannot be done: a bare list of texts.
 *
 * @param message - why
 * @see https://docs.creatify.ai/use-case/url-to-video
 * @since 0.1.0
 */
export function refused(message: string): SimResponse {
  return json(400, [message]);
}
