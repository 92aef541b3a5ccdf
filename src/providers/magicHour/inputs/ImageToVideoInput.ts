import { inputRules, optional, recordOf, required } from '../../../contract/inputRules.js';
import { text } from '../../../contract/valueRules.js';
import type { FilePath } from './FilePath.js';
import { filePath } from './FilePath.js';
import type { ProjectInput } from './ProjectInput.js';
import { projectRules } from './ProjectInput.js';
import type { VideoModelChoice } from './VideoModelChoice.js';
import { videoModelRules } from './VideoModelChoice.js';

/** What the video shows. @since 0.1.0 */
export interface ImageToVideoStyle {
  /** What is to happen. */
  readonly prompt?: string;
}

/** How the video begins and ends. @since 0.1.0 */
export interface ImageToVideoAssets {
  /** The picture that the video begins with. */
  readonly image_file_path: FilePath;
  /** The picture that the video ends with, where the model takes one. */
  readonly end_image_file_path?: FilePath;
}

/**
 * What a video is made of that begins with a picture.
 *
 * @see https://docs.magichour.ai/api-reference/video-projects/image-to-video (read 2026-11-22)
 * @since 0.1.0
 */
export interface ImageToVideoInput extends ProjectInput, VideoModelChoice {
  /** What the video shows. */
  readonly style?: ImageToVideoStyle;
  /** How the video begins and ends. */
  readonly assets: ImageToVideoAssets;
}

/** The rules of {@link ImageToVideoInput}. @since 0.1.0 */
export const imageToVideoIssues = inputRules<ImageToVideoInput>({
  ...projectRules,
  ...videoModelRules,
  style: optional(recordOf<ImageToVideoStyle>({ prompt: optional(text()) })),
  assets: required(
    recordOf<ImageToVideoAssets>({
      image_file_path: required(filePath),
      end_image_file_path: optional(filePath),
    }),
  ),
});
