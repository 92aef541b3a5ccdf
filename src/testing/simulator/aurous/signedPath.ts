import { seededRandom } from '../seededRandom.js';
import type { SimRequest } from '../SimRequest.js';
import { tokenNamed } from '../UrlSigner.js';
import { drawText } from '../vendorId.js';

const signer = tokenNamed('token');

/**
 * A path with a token that lets it be read without a key.
 *
 * @param path - from the vendor's root
 * @param expiresAtMs - epoch milliseconds
 * @since 0.1.0
 */
export function signedPath(path: string, expiresAtMs: number): string {
  const expiresS = Math.floor(expiresAtMs / 1000);
  return `${path}?${signer.write(signature(path, expiresS), expiresS)}`;
}

/**
 * Until when the token of a request lets it read, epoch milliseconds.
 *
 * @param request - what arrived
 * @returns `undefined` where it bears none that was signed here for its path
 * @since 0.1.0
 */
export function signedUntil({ path, query }: SimRequest): number | undefined {
  const { expiresS, signature: claimed } = signer.read(query);
  return claimed === signature(path, expiresS) ? expiresS * 1000 : undefined;
}

function signature(path: string, expiresS: number): string {
  return drawText(seededRandom('token', path, expiresS), 32);
}
