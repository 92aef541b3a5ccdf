import type { Type } from 'io-ts';
import { moment, numeric, text, vendorId, webUrl } from '../../contract/lenient.js';
import { lenientBody } from '../../contract/lenientBody.js';
import type { EpochMs } from '../../model/EpochMs.js';

/** What an asset is. @since 0.1.0 */
export type SyncAssetType = 'AUDIO' | 'VIDEO' | 'IMAGE';

/** Who sees something: its owner, or everybody of the organization. @since 0.1.0 */
export type Visibility = 'USER' | 'ORGANIZATION';

/**
 * A file that sync.so keeps; its `id` is the `assetId` of a generation's input.
 *
 * @see https://sync.so/docs/api-reference/api/assets-api/get (read 2026-11-22)
 * @since 0.1.0
 */
export interface SyncAsset {
  readonly id: string;
  readonly type?: SyncAssetType | (string & {});
  readonly name?: string;
  readonly url?: string;
  readonly visibility?: Visibility | (string & {});
  /** The project that it belongs to. */
  readonly projectId?: string;
  /** Size in bytes. */
  readonly size?: number;
  /** Such as `mp4`. */
  readonly format?: string;
  /** Where it came from: `UPLOAD`, `URL`, `RECORD`, `TTS`, `EXTRACT`, `PLATFORM_IMPORT`. */
  readonly inputType?: string;
  readonly durationSeconds?: number;
  /** In pixels. */
  readonly width?: number;
  /** In pixels. */
  readonly height?: number;
  readonly thumbnailUrl?: string;
  readonly createdAt?: EpochMs;
  readonly updatedAt?: EpochMs;
}

/** An asset as it comes. @since 0.1.0 */
export const SyncAssetBody: Type<SyncAsset, SyncAsset, unknown> = lenientBody(
  'an asset',
  { id: vendorId },
  {
    type: text,
    name: text,
    url: webUrl,
    visibility: text,
    projectId: text,
    size: numeric,
    format: text,
    inputType: text,
    durationSeconds: numeric,
    width: numeric,
    height: numeric,
    thumbnailUrl: webUrl,
    createdAt: moment,
    updatedAt: moment,
  },
);
