import type { Vendor } from '../../contract/Vendor.js';

/**
 * sync.so.
 *
 * @see https://sync.so/docs/api-reference/api/generate-api/get (read 2026-11-22)
 * @since 0.1.0
 */
export const sync: Vendor<'apiKey'> = {
  provider: 'sync',
  title: 'sync.so',
  baseUrl: 'https://api.sync.so',
  keys: { apiKey: (key) => ['x-api-key', key] },
};
