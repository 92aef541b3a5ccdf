import type { FieldRules, Rule } from '../../../contract/inputRules.js';
import { recordOf, required } from '../../../contract/inputRules.js';
import { oneOf, textLike } from '../../../contract/valueRules.js';

/** A file that is to be brought to Magic Hour. @since 0.1.0 */
export interface UploadItem {
  /** What the file is. A closed list, since these are all there is; a GIF counts as a video. */
  readonly type: 'video' | 'audio' | 'image';
  /**
   * Its file extension without the dot: lower case letters and digits.
   *
   * video `mp4` `m4v` `mov` `webm`; audio `mp3` `wav` `aac` `flac` `webm` `weba` `m4a` `opus` `ogg`
   * `oga` `aiff` `amr`; image `png` `jpg` `jpeg` `jfif` `heic` `heif` `webp` `avif` `jp2` `tiff` `tif`
   * `bmp`; and `gif`, for the video of a face swap alone.
   */
  readonly extension: string;
}

const rules: FieldRules<UploadItem> = {
  type: required(oneOf('video', 'audio', 'image')),
  extension: required(
    textLike(/^[a-z0-9]+$/, 'a file extension of lower case letters and digits, without the dot'),
  ),
};

/** The rule of an {@link UploadItem}. @since 0.1.0 */
export const uploadItem: Rule = recordOf<UploadItem>(rules);
