import type { Vendor } from '../../contract/Vendor.js';

/**
 * Creatify: both keys go with every request, each in its own header.
 *
 * @see https://docs.creatify.ai/api-reference/aurora/get-aurora (read 2026-11-22)
 * @since 0.1.0
 */
export const creatify: Vendor<'apiId' | 'apiKey'> = {
  provider: 'creatify',
  title: 'Creatify',
  baseUrl: 'https://api.creatify.ai',
  keys: {
    apiId: (key) => ['X-API-ID', key],
    apiKey: (key) => ['X-API-KEY', key],
  },
};
