import { seededRandom } from '../seededRandom.js';
import type { SimRequest } from '../SimRequest.js';
import { tokenNamed } from '../UrlSigner.js';
import { drawText } from '../vendorId.js';

const SIGNER = tokenNamed('auth-token');

/**
 * A path with a signature that holds until a moment.
 *
 * @param path - from the vendor's root
 * @param expiresAtMs - epoch milliseconds
 * @since 0.1.0
 */
export function signedPath(path: string, expiresAtMs: number): string {
  const expiresS = Math.floor(expiresAtMs / 1000);
  return `${path}?${SIGNER.write(signature(path, expiresS), expiresS)}`;
}

/**
 * Whether a request shows a signature that still holds for its path.
 *
 * @param request - to a place that needs no key
 * @param nowMs - epoch milliseconds
 * @since 0.1.0
 */
export function isSigned(request: SimRequest, nowMs: number): boolean {
  const claimed = SIGNER.read(request.query);
  return (
    claimed.expiresS * 1000 > nowMs &&
    claimed.signature === signature(request.path, claimed.expiresS)
  );
}

function signature(path: string, expiresS: number): string {
  return drawText(seededRandom('place', path, expiresS), 32);
}
