import type { IncomingHttpHeaders } from 'node:http';

const STRONG_ETAG = /^"[\x21\x23-\x7e\x80-\xff]{0,512}"$/;

/** A date of change is sure once it lies so far before the answer, in milliseconds. */
const SURE_AFTER_MS = 1000;

/**
 * What tells this file from a later one at the same URL, fit for `If-Range`: a strong `ETag`, or a
 * `Last-Modified` that is old enough to be sure. `undefined` where a download cannot be resumed.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-if-range
 * @since 0.1.0
 */
export function validatorOf(headers: IncomingHttpHeaders): string | undefined {
  const { etag, date, 'last-modified': changed } = headers;
  if (headers['accept-ranges']?.trim().toLowerCase() === 'none') return undefined;
  if (etag !== undefined) return STRONG_ETAG.test(etag) ? etag : undefined;
  if (changed === undefined || date === undefined) return undefined;
  return Date.parse(date) - Date.parse(changed) >= SURE_AFTER_MS ? changed : undefined;
}
