import { isLeft, left, right } from '#fp-ts/Either';
import type { VendorUpload } from '../../contract/VendorCall.js';
import type { UploadItem } from './inputs/UploadItem.js';
import { uploadItem } from './inputs/UploadItem.js';
import type { UploadPlace } from './uploadUrls.js';
import { uploadUrls } from './uploadUrls.js';

/**
 * Brings one file to Magic Hour: asks for a place, then sends the bytes there.
 *
 * @see https://docs.magichour.ai/api-reference/files/generate-asset-upload-urls (read 2026-11-22)
 * @since 0.1.0
 */
export const fileUpload: VendorUpload<UploadItem, UploadPlace, string> = {
  call: {
    name: 'files.upload',
    check: (item) => uploadItem.check(item, ''),
    request: (item) => uploadUrls.request([item]),
    answer: {
      decode: (json) => {
        const places = uploadUrls.answer.decode(json);
        if (isLeft(places)) return places;
        const [place, ...others] = places.right;
        return place !== undefined && others.length === 0
          ? right(place)
          : left('not one place for one file');
      },
    },
    errorOf: uploadUrls.errorOf,
  },
  target: ({ upload_url }) => ({ url: upload_url }),
  uploaded: ({ file_path }) => file_path,
};
