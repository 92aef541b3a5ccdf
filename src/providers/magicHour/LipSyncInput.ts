import { greaterThan, requiredIf } from '../../contract/crossRules.js';
import { inputRules, optional, recordOf, required } from '../../contract/inputRules.js';
import { numberFrom, oneOf, text, webUrl, wordLike } from '../../contract/valueRules.js';

/**
 * The video and the speech. A path is a URL with a file extension, a `file_path` of an upload
 * (`api-assets/…`), or the URL of a file in your library.
 *
 * @since 0.1.0
 */
export interface LipSyncAssets {
  /** Path of the speech. */
  readonly audio_file_path: string;
  /** Which of the two fields below has the video. */
  readonly video_source: 'file' | 'youtube';
  /** Path of the video; required when `video_source` is `file`. */
  readonly video_file_path?: string;
  /** URL of the video at YouTube; required when `video_source` is `youtube`. */
  readonly youtube_url?: string;
}

/** How the video is to look. @since 0.1.0 */
export interface LipSyncStyle {
  /**
   * `lite` is fast and cheap, `standard` better, `pro` best and twice as dear; the last two need a
   * paid plan. Newer modes are taken as well.
   *
   * @defaultValue `'lite'`, at Magic Hour
   */
  readonly generation_mode?: 'lite' | 'standard' | 'pro' | (string & {});
}

/**
 * What Magic Hour makes a lip-synced video of.
 *
 * @see https://docs.magichour.ai/api-reference/video-projects/lip-sync (read 2026-11-22)
 * @since 0.1.0
 */
export interface LipSyncInput {
  /** A name for the video. @defaultValue `Lip Sync` and the time, at Magic Hour */
  readonly name?: string;
  /** Where the clip begins in the video, in seconds, `>= 0`. */
  readonly start_seconds: number;
  /** Where the clip ends in the video, in seconds, `>= 0.1` and after its beginning. */
  readonly end_seconds: number;
  /** Most frames a second, `>= 1`; fewer frames cost fewer credits. */
  readonly max_fps_limit?: number;
  readonly assets: LipSyncAssets;
  readonly style?: LipSyncStyle;
}

const filePath = text({ min: 1 });

/** The rules of {@link LipSyncInput}, as its page states them. @since 0.1.0 */
export const lipSyncInputIssues = inputRules<LipSyncInput>(
  {
    name: optional(text()),
    start_seconds: required(numberFrom(0)),
    end_seconds: required(numberFrom(0.1)),
    max_fps_limit: optional(numberFrom(1)),
    assets: required(
      recordOf<LipSyncAssets>(
        {
          audio_file_path: required(filePath),
          video_source: required(oneOf('file', 'youtube')),
          video_file_path: optional(filePath),
          youtube_url: optional(webUrl()),
        },
        requiredIf('video_file_path', 'video_source', 'file'),
        requiredIf('youtube_url', 'video_source', 'youtube'),
      ),
    ),
    style: optional(
      recordOf<LipSyncStyle>({ generation_mode: optional(wordLike('lite', 'standard', 'pro')) }),
    ),
  },
  greaterThan('end_seconds', 'start_seconds'),
);
