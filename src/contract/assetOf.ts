import type { Asset } from '../model/Asset.js';
import type { EpochMs } from '../model/EpochMs.js';

/**
 * A list of one asset, or of none where there is no URL, to be spread into a job's assets.
 *
 * @param url - where the file is
 * @param type - what it is
 * @param role - what it is for, in the vendor's words
 * @param expiresAt - when the URL stops working, where that is known
 * @example
 * ```ts
 * import { assetOf } from 'rushes';
 *
 * const assets = [
 *   ...assetOf('https://files.example/film.mp4', 'video', 'url'),
 *   ...assetOf(undefined, 'image', 'thumbnail'),
 * ];
 * console.log(assets.length); // 1
 * ```
 * @since 0.1.0
 */
export function assetOf(
  url: string | undefined,
  type: Asset['type'],
  role: string,
  expiresAt?: EpochMs,
): readonly Asset[] {
  if (url === undefined) return [];
  return [{ url, type, role, ...(expiresAt === undefined ? {} : { expiresAt }) }];
}
