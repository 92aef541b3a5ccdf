import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isPublicAddress } from './isPublicAddress.js';

/** A name leads to an address that is not public; nothing was connected. @since 0.1.0 */
export class ClosedAddress extends Error {
  constructor() {
    super('the name leads to an address that is not public');
    Object.defineProperty(this, 'name', { value: 'ClosedAddress', configurable: true });
  }
}

/**
 * Looks a name up for one connection, which goes to the very addresses that were checked here: a name
 * that leads elsewhere a moment later changes nothing. One address that is not public refuses all.
 *
 * @since 0.1.0
 */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return callback(error, []);
    const [first] = addresses;
    const good = addresses.every(({ address }) => isPublicAddress(address));
    if (first === undefined || !good) return callback(new ClosedAddress(), []);
    if (options.all === true) return callback(null, addresses);
    return callback(null, first.address, first.family);
  });
};
