import type { Engine } from '../../engine/Engine.js';
import { fileUpload } from '../../providers/magicHour/fileUpload.js';
import type { UploadItem } from '../../providers/magicHour/inputs/UploadItem.js';
import type { UploadOptions } from '../../providers/magicHour/uploadItemOf.js';
import { uploadItemOf } from '../../providers/magicHour/uploadItemOf.js';
import type { UploadPlace } from '../../providers/magicHour/uploadUrls.js';
import { uploadUrls } from '../../providers/magicHour/uploadUrls.js';
import type { Answered } from '../Answered.js';
import { calling, uploadingAs } from '../families.js';

/** Bringing files to Magic Hour, for inputs of jobs. @since 0.1.0 */
export interface FileMethods {
  /**
   * Brings a file to Magic Hour and gives its `file_path`, for use in inputs within 7 days. Nothing is
   * sent before it is subscribed; each subscription uploads once.
   *
   * @param file - its type and extension are told from its name or its media type where not given
   */
  upload(file: Blob, options?: UploadOptions): Answered<string>;
  /** Asks for places for files that you bring there yourself, in the order of the files. */
  uploadUrls(items: readonly UploadItem[]): Answered<readonly UploadPlace[]>;
}

/** The methods of files. @since 0.1.0 */
export function fileMethods(engine: Engine): FileMethods {
  const places = calling(engine, uploadUrls);
  return {
    upload: uploadingAs(engine, fileUpload, uploadItemOf),
    uploadUrls: (items) => places(items),
  };
}
