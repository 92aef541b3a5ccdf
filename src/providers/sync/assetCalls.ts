import type { ById } from '../../contract/ById.js';
import { byIdIssues } from '../../contract/ById.js';
import { done } from '../../contract/done.js';
import { inputRules, optional, required } from '../../contract/inputRules.js';
import { listOf as listIn, webUrl as address } from '../../contract/lenient.js';
import { pathSegment } from '../../contract/pathSegment.js';
import { jobId, listOf, oneOf, text, webUrl } from '../../contract/valueRules.js';
import type { VendorCall } from '../../contract/VendorCall.js';
import { errorOf } from './errorOf.js';
import type { SyncAsset, SyncAssetType, Visibility } from './SyncAsset.js';
import { SyncAssetBody } from './SyncAsset.js';

const pathOf = ({ id }: ById): string => `/v2/assets/${pathSegment(id)}`;
const name = optional(text({ min: 1 }));

/** A file that is to become an asset: one that was uploaded, or any that is public. @since 0.1.0 */
export interface AssetInput {
  /** What `assets.upload` gave, or another URL that sync.so can fetch. */
  readonly url: string;
  /** What it is. */
  readonly type: SyncAssetType;
  /** Its name. */
  readonly name?: string;
  /** Who sees it. @defaultValue `'USER'`, at sync.so */
  readonly visibility?: Visibility;
  /** The project to put it into. */
  readonly projectId?: string;
}

/**
 * Makes an asset of a file. One that is sent again would make another.
 *
 * @see https://sync.so/docs/api-reference/api/assets-api/create (read 2026-11-22)
 * @since 0.1.0
 */
export const createAsset: VendorCall<AssetInput, SyncAsset> = {
  name: 'assets.create',
  check: inputRules<AssetInput>({
    url: required(webUrl()),
    type: required(oneOf('AUDIO', 'VIDEO', 'IMAGE')),
    name,
    visibility: optional(oneOf('USER', 'ORGANIZATION')),
    projectId: name,
  }),
  request: (input) => ({ method: 'POST', path: '/v2/assets', json: input }),
  answer: SyncAssetBody,
  errorOf,
  once: true,
};

/** Reads an asset. @see https://sync.so/docs/api-reference/api/assets-api/get (read 2026-11-22) @since 0.1.0 */
export const getAsset: VendorCall<ById, SyncAsset> = {
  name: 'assets.get',
  check: byIdIssues,
  request: (asset) => ({ method: 'GET', path: pathOf(asset) }),
  answer: SyncAssetBody,
  errorOf,
};

/** Deletes an asset. @see https://sync.so/docs/api-reference/api/assets-api/delete (read 2026-11-22) @since 0.1.0 */
export const removeAsset: VendorCall<ById, void> = {
  name: 'assets.remove',
  check: byIdIssues,
  request: (asset) => ({ method: 'DELETE', path: pathOf(asset) }),
  answer: done,
  reads: 'status',
  errorOf,
};

/**
 * Gives a URL to download an asset from: plain text, signed; no key is to be sent along.
 *
 * @see https://sync.so/docs/api-reference/api/assets-api/get-download-url (read 2026-11-22)
 * @since 0.1.0
 */
export const assetDownloadUrl: VendorCall<ById, string> = {
  name: 'assets.downloadUrl',
  check: byIdIssues,
  request: (asset) => ({ method: 'GET', path: `${pathOf(asset)}/download` }),
  answer: address,
  errorOf,
};

/** The assets to read. @since 0.1.0 */
export interface AssetIds {
  /** 1 to 100. */
  readonly ids: readonly string[];
}

/**
 * Reads up to 100 assets at once; those that the key may not see are left out.
 *
 * @see https://sync.so/docs/api-reference/api/assets-api/get-many (read 2026-11-22)
 * @since 0.1.0
 */
export const getManyAssets: VendorCall<AssetIds, readonly SyncAsset[]> = {
  name: 'assets.getMany',
  check: inputRules<AssetIds>({ ids: required(listOf(jobId, { min: 1, max: 100 })) }),
  request: (input) => ({ method: 'POST', path: '/v2/assets/batch', json: input }),
  answer: listIn(SyncAssetBody),
  errorOf,
};
