import { isIP } from 'node:net';
import { isPublicAddress } from './isPublicAddress.js';

/**
 * Why a URL may not be asked for a file, or `undefined` where it may. A name's addresses are not known
 * yet: they are checked when it is connected to.
 *
 * @param url - where the file is, or where a redirect leads
 * @param privateOrigins - origins that may be plain http or at an address that is not public
 * @since 0.1.0
 */
export function urlRefusal(url: URL, privateOrigins: ReadonlySet<string>): string | undefined {
  if (url.username !== '' || url.password !== '') return 'must have no user name or password';
  if (privateOrigins.has(url.origin)) return undefined;
  if (url.protocol !== 'https:') return 'must begin with https://, or be one of privateOrigins';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !isPublicAddress(host)) {
    return 'must be at a public address, or be one of privateOrigins';
  }
  return undefined;
}
