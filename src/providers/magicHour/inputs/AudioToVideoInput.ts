import { inputRules, optional, recordOf, required } from '../../../contract/inputRules.js';
import { text, wordLike } from '../../../contract/valueRules.js';
import type { OpenClip } from './Clip.js';
import { endsAfterStart, openClipRules } from './Clip.js';
import type { FilePath } from './FilePath.js';
import { filePath } from './FilePath.js';
import type { ProjectInput } from './ProjectInput.js';
import { projectRules } from './ProjectInput.js';

/** What is heard, and what is seen first. @since 0.1.0 */
export interface AudioToVideoAssets {
  /** The recording that the video is made to. */
  readonly audio_file_path: FilePath;
  /** The picture that the video begins with. */
  readonly image_file_path?: FilePath;
}

/** What the video shows. @since 0.1.0 */
export interface AudioToVideoStyle {
  /** What is to be seen. */
  readonly prompt?: string;
}

/**
 * What a video for a recording is made of. The clip is the part of the recording that is used.
 *
 * @see https://docs.magichour.ai/api-reference/video-projects/audio-to-video (read 2026-11-22)
 * @since 0.1.0
 */
export interface AudioToVideoInput extends ProjectInput, OpenClip {
  /**
   * How sharp the video is. An open list, since models bring new ones.
   *
   * @defaultValue `'720p'` on a paid plan, else `'480p'`, at Magic Hour
   */
  readonly resolution?: '480p' | '720p' | '1080p' | (string & {});
  /** What is heard, and what is seen first. */
  readonly assets: AudioToVideoAssets;
  /** What the video shows. */
  readonly style?: AudioToVideoStyle;
}

/** The rules of {@link AudioToVideoInput}. @since 0.1.0 */
export const audioToVideoIssues = inputRules<AudioToVideoInput>(
  {
    ...projectRules,
    ...openClipRules,
    resolution: optional(wordLike('480p', '720p', '1080p')),
    assets: required(
      recordOf<AudioToVideoAssets>({
        audio_file_path: required(filePath),
        image_file_path: optional(filePath),
      }),
    ),
    style: optional(recordOf<AudioToVideoStyle>({ prompt: optional(text()) })),
  },
  endsAfterStart,
);
