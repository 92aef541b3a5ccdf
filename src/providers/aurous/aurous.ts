import { parseMoment } from '../../contract/parseMoment.js';
import type { Vendor } from '../../contract/Vendor.js';

/**
 * Aurous Labs.
 *
 * @see https://docs.aurous-labs.com/api-reference/characters/retrieve-character (read 2026-11-22)
 * @since 0.1.0
 */
export const aurous: Vendor<'apiKey'> = {
  provider: 'aurous',
  title: 'Aurous Labs',
  baseUrl: 'https://api.aurous-labs.com',
  keys: { apiKey: (key) => ['X-Api-Key', key] },
};

/** The header that pins the version of the API. @since 0.1.0 */
export const AUROUS_VERSION_HEADER = 'Aurous-Version';

/** The version that this library was written against, and the only one known. @since 0.1.0 */
export const AUROUS_VERSION = '2026-05-15';

/**
 * Whether a text can be a version of the API: a real date, as `YYYY-MM-DD`.
 *
 * @param value - anything
 * @since 0.1.0
 */
export function isAurousVersion(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  return parseMoment(value) !== undefined;
}
