import type { Change } from '../../contract/changeRules.js';
import { changeRules } from '../../contract/changeRules.js';
import { optional } from '../../contract/inputRules.js';
import { pathSegment } from '../../contract/pathSegment.js';
import { numberFrom, oneOf, text, wholeFrom } from '../../contract/valueRules.js';
import type { VendorCall } from '../../contract/VendorCall.js';
import { errorOf } from './errorOf.js';
import type { SyncAsset, Visibility } from './SyncAsset.js';
import { SyncAssetBody } from './SyncAsset.js';

/** What is to change of an asset; what is left out stays. @since 0.1.0 */
export interface AssetChanges {
  readonly name?: string;
  /** Who sees it. */
  readonly visibility?: Visibility;
  readonly durationSeconds?: number;
  /** Size in bytes. */
  readonly size?: number;
  /** Such as `mp4`. */
  readonly format?: string;
  /** In pixels. */
  readonly width?: number;
  /** In pixels. */
  readonly height?: number;
}

const word = optional(text({ min: 1 }));
const whole = optional(wholeFrom(0, Number.MAX_SAFE_INTEGER));

/**
 * Changes an asset of the key's owner.
 *
 * @see https://sync.so/docs/api-reference/api/assets-api/update (read 2026-11-22)
 * @since 0.1.0
 */
export const updateAsset: VendorCall<Change<AssetChanges>, SyncAsset> = {
  name: 'assets.update',
  check: changeRules<AssetChanges>({
    name: word,
    visibility: optional(oneOf('USER', 'ORGANIZATION')),
    durationSeconds: optional(numberFrom(0)),
    size: whole,
    format: word,
    width: whole,
    height: whole,
  }),
  request: ({ id, changes }) => ({
    method: 'PATCH',
    path: `/v2/assets/${pathSegment(id)}`,
    json: changes,
  }),
  answer: SyncAssetBody,
  errorOf,
};
