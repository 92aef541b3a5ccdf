import type { VendorName } from 'rushes/testing';
import { URL_CANARY } from '../../wire/secrets/canaries.js';
import { DESKS } from './desks.js';

/** All that a vendor was told in confidence, as a server that shows what it got would write it. */
export const echoOf = (vendor: VendorName): string =>
  `${Object.values(DESKS[vendor].vault.keys).join(' ')} https://files.example/a.mp4?sig=${URL_CANARY}`;
