import { inputRules, optional, recordOf, required } from '../../../contract/inputRules.js';
import { text, wordLike } from '../../../contract/valueRules.js';
import { wholeAtLeast } from '../fieldRules.js';
import type { Clip } from './Clip.js';
import { clipRules } from './Clip.js';
import type { FilePath } from './FilePath.js';
import { filePath } from './FilePath.js';
import type { ProjectInput } from './ProjectInput.js';
import { projectRules } from './ProjectInput.js';

/** The face, and what it says. @since 0.1.0 */
export interface AiTalkingPhotoAssets {
  /** The picture that is to talk. */
  readonly image_file_path: FilePath;
  /** The recording that it is to say. */
  readonly audio_file_path: FilePath;
}

/** How the picture moves. @since 0.1.0 */
export interface AiTalkingPhotoStyle {
  /**
   * `realistic` keeps the likeness best and takes up to 180 s, `prompted` heeds the prompt and takes
   * up to 45 s; the other four are older names of these two. An open list, since modes come and go.
   *
   * @defaultValue `'realistic'`, at Magic Hour
   */
  readonly generation_mode?:
    'realistic' | 'prompted' | 'pro' | 'standard' | 'stable' | 'expressive' | (string & {});
  /** What is to be seen; heeded in the mode `prompted` alone. */
  readonly prompt?: string;
}

/**
 * What a talking photo is made of. The clip is the part of the recording that is used.
 *
 * @see https://docs.magichour.ai/api-reference/video-projects/ai-talking-photo (read 2026-11-22)
 * @since 0.1.0
 */
export interface AiTalkingPhotoInput extends ProjectInput, Clip {
  /** The face, and what it says. */
  readonly assets: AiTalkingPhotoAssets;
  /** How the picture moves. */
  readonly style?: AiTalkingPhotoStyle;
  /** Pixels of the longer side at most; never more than the plan gives. */
  readonly max_resolution?: number;
}

/** The rules of {@link AiTalkingPhotoInput}. @since 0.1.0 */
export const aiTalkingPhotoIssues = inputRules<AiTalkingPhotoInput>({
  ...projectRules,
  ...clipRules,
  assets: required(
    recordOf<AiTalkingPhotoAssets>({
      image_file_path: required(filePath),
      audio_file_path: required(filePath),
    }),
  ),
  style: optional(
    recordOf<AiTalkingPhotoStyle>({
      generation_mode: optional(wordLike('realistic', 'prompted')),
      prompt: optional(text()),
    }),
  ),
  max_resolution: optional(wholeAtLeast(1)),
});
