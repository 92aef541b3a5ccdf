import type { Vendor } from '../../contract/Vendor.js';

/**
 * Magic Hour.
 *
 * @see https://docs.magichour.ai/api-reference/video-projects/get-video-details (read 2026-11-22)
 * @since 0.1.0
 */
export const magicHour: Vendor<'apiKey'> = {
  provider: 'magic-hour',
  title: 'Magic Hour',
  baseUrl: 'https://api.magichour.ai',
  keys: { apiKey: (key) => ['Authorization', `Bearer ${key}`] },
};
