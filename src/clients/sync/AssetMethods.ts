import type { CallOptions } from '../../contract/JobOptions.js';
import { call } from '../../engine/call.js';
import type { Engine } from '../../engine/Engine.js';
import type { AssetInput } from '../../providers/sync/assetCalls.js';
import {
  assetDownloadUrl,
  createAsset,
  getAsset,
  getManyAssets,
  removeAsset,
} from '../../providers/sync/assetCalls.js';
import type { AssetQuery } from '../../providers/sync/assetsList.js';
import { assetsList } from '../../providers/sync/assetsList.js';
import type { AssetChanges } from '../../providers/sync/assetUpdate.js';
import { updateAsset } from '../../providers/sync/assetUpdate.js';
import type { AssetUploadInput, UploadedFile } from '../../providers/sync/assetUpload.js';
import { assetUpload } from '../../providers/sync/assetUpload.js';
import type { SyncAsset } from '../../providers/sync/SyncAsset.js';
import type { Answered } from '../Answered.js';
import { askingById, removingById } from '../byId.js';
import { calling, uploadingAs } from '../families.js';
import type { SyncPage } from './SyncPage.js';
import { pagingBy } from './SyncPage.js';

/** Options of `assets.upload`. @since 0.1.0 */
export interface AssetUploadOptions {
  /** The file's name. @defaultValue the name of a `File`; a `Blob` has none */
  readonly fileName?: string;
  /** Its MIME type. @defaultValue the `type` of the `Blob` */
  readonly contentType?: string;
}

/** Files that sync.so keeps. @since 0.1.0 */
export interface AssetMethods {
  /**
   * Brings a file to sync.so's storage. The URL that it gives can be an input at once; `assets.create`
   * makes an asset of it.
   *
   * @param file - its bytes; in Node, `await openAsBlob(path)` of `node:fs` gives one
   */
  upload(file: Blob, options?: AssetUploadOptions): Answered<UploadedFile>;
  /** Makes an asset of a file that was uploaded, or that is public. */
  create(input: AssetInput, options?: CallOptions): Answered<SyncAsset>;
  /** Reads an asset. */
  get(id: string): Answered<SyncAsset>;
  /** Reads 1 to 100 assets at once; those that the key may not see are left out. */
  getMany(ids: readonly string[]): Answered<readonly SyncAsset[]>;
  /** One page of the assets; `next` is the query of the page after it. */
  list(query?: AssetQuery): Answered<SyncPage<SyncAsset, AssetQuery>>;
  /** Changes an asset; what is left out stays. */
  update(id: string, changes: AssetChanges): Answered<SyncAsset>;
  /** Deletes an asset. One that is not there counts as deleted. */
  remove(id: string): Answered<void>;
  /** Gives a signed URL to download an asset from; send no key along. */
  downloadUrl(id: string): Answered<string>;
}

/** What sync.so is told of a file; what is missing, its rules name. */
function factsOf(
  { name, type, size }: Blob & { readonly name?: string },
  { fileName = name, contentType = type }: AssetUploadOptions,
): Partial<AssetUploadInput> {
  return {
    ...(fileName !== undefined && { fileName }),
    contentType,
    size,
  };
}

/** The methods of assets. @since 0.1.0 */
export const assetMethods = (engine: Engine): AssetMethods =>
  Object.freeze({
    upload: uploadingAs(engine, assetUpload, factsOf),
    create: calling(engine, createAsset),
    get: askingById(engine, getAsset),
    getMany: (ids: readonly string[]) => call(engine, getManyAssets, { ids }),
    list: pagingBy(engine, assetsList),
    update: (id: string, changes: AssetChanges) => call(engine, updateAsset, { id, changes }),
    remove: removingById(engine, removeAsset),
    downloadUrl: askingById(engine, assetDownloadUrl),
  });
