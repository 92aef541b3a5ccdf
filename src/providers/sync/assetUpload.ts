import type { Type } from 'io-ts';
import { inputRules, required } from '../../contract/inputRules.js';
import { numeric, webUrl } from '../../contract/lenient.js';
import { lenientBody } from '../../contract/lenientBody.js';
import { text, textLike, wholeFrom } from '../../contract/valueRules.js';
import type { VendorUpload } from '../../contract/VendorCall.js';
import { UPLOADS } from './buckets.js';
import { errorOf } from './errorOf.js';

/** What sync.so is told of a file before its bytes come. @since 0.1.0 */
export interface AssetUploadInput {
  /** The file's name. */
  readonly fileName: string;
  /** Its MIME type, such as `video/mp4`. */
  readonly contentType: string;
  /** Size in bytes. */
  readonly size: number;
}

/** Where the bytes go, and where the file is from then on. @since 0.1.0 */
export interface AssetUploadAnswer {
  readonly uploadUrl: string;
  readonly url: string;
  /** For how many seconds `uploadUrl` is good. */
  readonly expiresIn?: number;
}

/** A file that was uploaded. @since 0.1.0 */
export interface UploadedFile {
  /** The `url` of an input, or of the asset that `assets.create` makes of it. */
  readonly url: string;
}

const AssetUploadBody: Type<AssetUploadAnswer, AssetUploadAnswer, unknown> = lenientBody(
  'an address for an upload',
  { uploadUrl: webUrl, url: webUrl },
  { expiresIn: numeric },
);

/** Largest file in one upload: 5 GB, as the page has it; the guide writes 5 GiB. */
const MOST_BYTES = 5 * 1024 ** 3; // documented

/**
 * Brings a file to sync.so's storage: an address first, then the bytes, without the key and under the
 * content type that was announced.
 *
 * @see https://sync.so/docs/api-reference/api/assets-api/create-upload (read 2026-11-22)
 * @see https://sync.so/docs/developer-guides/asset-uploads (read 2026-11-22)
 * @since 0.1.0
 */
export const assetUpload: VendorUpload<AssetUploadInput, AssetUploadAnswer, UploadedFile> = {
  call: {
    name: 'assets.upload',
    check: inputRules<AssetUploadInput>({
      fileName: required(text({ min: 1 })),
      contentType: required(textLike(/^[^\s/]+\/[^\s/]+$/, 'a MIME type such as "video/mp4"')),
      size: required(wholeFrom(1, MOST_BYTES)),
    }),
    request: (input) => ({ method: 'POST', path: '/v2/assets/upload', json: input }),
    answer: AssetUploadBody,
    errorOf,
    bucket: UPLOADS,
  },
  target: ({ uploadUrl }, { contentType }) => ({
    url: uploadUrl,
    headers: { 'content-type': contentType },
  }),
  uploaded: ({ url }) => ({ url }),
};
