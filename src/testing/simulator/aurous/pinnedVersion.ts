import type { SimRequest } from '../SimRequest.js';

/** The pin that is applied when a request names none. @since 0.1.0 */
export const SYSTEM_VERSION = '2026-05-15';

/**
 * The API version that a request pins.
 *
 * @param request - what arrived
 * @returns the version, or `undefined` when the pin is not a date
 * @since 0.1.0
 */
export function pinnedVersion({ headers }: SimRequest): string | undefined {
  const pin = headers['aurous-version'] ?? SYSTEM_VERSION;
  return /^\d{4}-\d{2}-\d{2}$/.test(pin) ? pin : undefined;
}
