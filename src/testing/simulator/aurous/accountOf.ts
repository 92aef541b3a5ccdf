import { isShownKey } from '../isShownKey.js';
import type { SimRequest } from '../SimRequest.js';
import type { SimResponse } from '../SimResponse.js';
import { aurousError, usualAurousError } from './aurousError.js';
import { pinnedVersion } from './pinnedVersion.js';
import { refused } from './requestFields.js';

/**
 * The key that a request shows, in its own header or as a Bearer token.
 *
 * @param request - what arrived
 * @returns the key, or why the request is refused
 * @since 0.1.0
 */
export function accountOf(request: SimRequest): string | SimResponse {
  const { 'x-api-key': shown, authorization } = request.headers;
  const key = shown ?? /^Bearer (\S+)$/.exec(authorization ?? '')?.[1];
  if (key === undefined) {
    return aurousError({ status: 401, code: 'missing_api_key', message: 'No API key was given.' });
  }
  if (!isShownKey(key)) return usualAurousError(401);
  return pinnedVersion(request) === undefined
    ? refused('invalid_format', 'Aurous-Version must be a date, YYYY-MM-DD.', 'Aurous-Version')
    : key;
}
