import type { Vendor } from '../../../src/contract/Vendor.js';

/** Acme, which makes clips of prompts. @see https://docs.acme.example/auth (read 2026-11-22) */
export const acme: Vendor<'apiKey'> = {
  provider: 'acme',
  title: 'Acme',
  baseUrl: 'https://api.acme.example',
  keys: { apiKey: (key) => ['X-Acme-Key', key] },
};
