import { readonlyArray } from 'io-ts';
import { filled, text, webUrl } from '../../contract/lenient.js';
import { lenientBody } from '../../contract/lenientBody.js';
import { mapped } from '../../contract/mapped.js';
import { listOf } from '../../contract/valueRules.js';
import type { VendorCall } from '../../contract/VendorCall.js';
import { errorOf } from './errorOf.js';
import type { UploadItem } from './inputs/UploadItem.js';
import { uploadItem } from './inputs/UploadItem.js';

/** A place for one file. @since 0.1.0 */
export interface UploadPlace {
  /** Where its bytes go, with `PUT` and without a key; signed, so use it exactly as it is. */
  readonly upload_url: string;
  /** Names the file in inputs, once the bytes are there. Magic Hour keeps it for 7 days. */
  readonly file_path: string;
  /** When `upload_url` stops working, ISO 8601. */
  readonly expires_at?: string;
}

const Place = lenientBody(
  'a place for a file',
  { upload_url: webUrl, file_path: filled },
  { expires_at: text },
);

// The places are told apart by their order, so that one which cannot be read spoils all.
const Places = lenientBody('places for files', { items: readonlyArray(Place) }, {});

/**
 * Asks for places for files, which are given in the order of the files.
 *
 * @see https://docs.magichour.ai/api-reference/files/generate-asset-upload-urls (read 2026-11-22)
 * @since 0.1.0
 */
export const uploadUrls: VendorCall<readonly UploadItem[], readonly UploadPlace[]> = {
  name: 'files.uploadUrls',
  check: (items) => listOf(uploadItem, { min: 1 }).check(items, ''),
  request: (items) => ({ method: 'POST', path: '/v1/files/upload-urls', json: { items } }),
  answer: mapped(Places, ({ items }) => items),
  errorOf,
};
