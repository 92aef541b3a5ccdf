import { inputRules, optional, recordOf, required } from '../../../contract/inputRules.js';
import { numberFrom, wordLike } from '../../../contract/valueRules.js';
import type { Clip } from './Clip.js';
import { clipRules, endsAfterStart } from './Clip.js';
import type { FilePath } from './FilePath.js';
import { filePath } from './FilePath.js';
import type { ProjectInput } from './ProjectInput.js';
import { projectRules } from './ProjectInput.js';
import type { VideoSource } from './VideoSource.js';
import { videoSourceNeeds, videoSourceRules } from './VideoSource.js';

/** The video and the speech. @since 0.1.0 */
export interface LipSyncAssets extends VideoSource {
  /** The speech that the lips are to follow. */
  readonly audio_file_path: FilePath;
}

/** How the video is to look. @since 0.1.0 */
export interface LipSyncStyle {
  /**
   * `lite` is fast and cheap, `standard` better, `pro` best and twice as dear; the last two need a
   * paid plan. An open list, since modes come and go.
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
export interface LipSyncInput extends ProjectInput, Clip {
  /** Most frames a second, `>= 1`; fewer frames cost fewer credits. */
  readonly max_fps_limit?: number;
  /** The video and the speech. */
  readonly assets: LipSyncAssets;
  /** How the video is to look. */
  readonly style?: LipSyncStyle;
}

/** The rules of {@link LipSyncInput}, as its page states them. @since 0.1.0 */
export const lipSyncIssues = inputRules<LipSyncInput>(
  {
    ...projectRules,
    ...clipRules,
    max_fps_limit: optional(numberFrom(1)),
    assets: required(
      recordOf<LipSyncAssets>(
        { ...videoSourceRules, audio_file_path: required(filePath) },
        ...videoSourceNeeds,
      ),
    ),
    style: optional(
      recordOf<LipSyncStyle>({ generation_mode: optional(wordLike('lite', 'standard', 'pro')) }),
    ),
  },
  endsAfterStart,
);
