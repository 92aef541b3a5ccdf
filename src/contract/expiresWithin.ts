import type { Asset } from '../model/Asset.js';
import type { EpochMs } from '../model/EpochMs.js';
import { systemClock } from './systemClock.js';

/**
 * Whether an asset's URL stops working within the given time, or has already.
 *
 * @param asset - an asset of a snapshot; one without `expiresAt` never expires as far as is known
 * @param ms - the time that the URL is still needed, in milliseconds
 * @param now - the present. Default: real wall time
 * @example
 * ```ts
 * import { expiresWithin } from 'rushes';
 *
 * const asset = { url: 'https://files.example/a.mp4', type: 'video', role: 'output' } as const;
 * const hurry: boolean = expiresWithin(asset, 60_000);
 * ```
 * @since 0.1.0
 */
export function expiresWithin(asset: Asset, ms: number, now: EpochMs = systemClock.now()): boolean {
  return asset.expiresAt !== undefined && asset.expiresAt - now <= ms;
}
