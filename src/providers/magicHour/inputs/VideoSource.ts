import { requiredIf } from '../../../contract/crossRules.js';
import type { CrossRule, FieldRules } from '../../../contract/inputRules.js';
import { optional, required } from '../../../contract/inputRules.js';
import { oneOf, webUrl } from '../../../contract/valueRules.js';
import type { FilePath } from './FilePath.js';
import { filePath } from './FilePath.js';

/** Where the video comes from. @since 0.1.0 */
export interface VideoSource {
  /** Which of the two fields below has the video; a closed list, since they are all there is. */
  readonly video_source: 'file' | 'youtube';
  /** The video; required when `video_source` is `file`. */
  readonly video_file_path?: FilePath;
  /** URL of the video at YouTube; required when `video_source` is `youtube`. */
  readonly youtube_url?: string;
}

/** The rules of {@link VideoSource}, but for those of {@link videoSourceNeeds}. @since 0.1.0 */
export const videoSourceRules: FieldRules<VideoSource> = {
  video_source: required(oneOf('file', 'youtube')),
  video_file_path: optional(filePath),
  youtube_url: optional(webUrl()),
};

/** The source that is named has to be there. @since 0.1.0 */
export const videoSourceNeeds: readonly CrossRule[] = [
  requiredIf('video_file_path', 'video_source', 'file'),
  requiredIf('youtube_url', 'video_source', 'youtube'),
];
