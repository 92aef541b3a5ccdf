import { json } from '../SimResponse.js';
import type { SimResponse } from '../SimResponse.js';
import type { World } from '../World.js';

/** Codes and texts of a newer copy of the document; those marked are on no page. */
const ERRORS: Readonly<Record<number, readonly [code: string, message: string]>> = {
  400: ['invalid_request', 'Missing request body'],
  401: ['unauthorized', 'Unauthorized'],
  402: ['insufficient_credits', 'Payment required'],
  403: ['forbidden', 'Forbidden'], // inferred
  404: ['not_found', 'Not Found'],
  422: ['unprocessable_entity', 'Unable to create video'],
  429: ['too_many_requests', 'Too many requests'], // inferred
  500: ['internal_server_error', 'Internal Server Error'],
  502: ['bad_gateway', 'Bad Gateway'], // inferred
  503: ['service_unavailable', 'Service Unavailable'], // inferred
};

/**
 * An error in Magic Hour's shape: `{ message }`, or the newer `{ code, message }`.
 *
 * @param world - knows which shape is wanted
 * @param status - the HTTP status
 * @param message - what is wrong; the vendor's usual text unless told
 * @since 0.1.0
 */
export function magicHourError(world: World, status: number, message?: string): SimResponse {
  const [code, usual] = ERRORS[status] ?? ['internal_server_error', 'Internal Server Error'];
  const text = { message: message ?? usual };
  const newer = world.options.magicHour?.errorBody === 'code-and-message';
  return json(status, newer ? { code, ...text } : text);
}
