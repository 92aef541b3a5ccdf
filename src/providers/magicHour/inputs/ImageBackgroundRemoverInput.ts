import { inputRules, optional, recordOf, required } from '../../../contract/inputRules.js';
import type { FilePath } from './FilePath.js';
import { filePath } from './FilePath.js';
import type { ProjectInput } from './ProjectInput.js';
import { projectRules } from './ProjectInput.js';

/** The picture, and what comes behind it. @since 0.1.0 */
export interface ImageBackgroundRemoverAssets {
  /** The picture that loses its background. */
  readonly image_file_path: FilePath;
  /** The picture that becomes the background; best of about the same size. */
  readonly background_image_file_path?: FilePath;
}

/**
 * What a picture without its background is made of.
 *
 * @see https://docs.magichour.ai/api-reference/image-projects/image-background-remover (read 2026-11-22)
 * @since 0.1.0
 */
export interface ImageBackgroundRemoverInput extends ProjectInput {
  /** The picture, and what comes behind it. */
  readonly assets: ImageBackgroundRemoverAssets;
}

/** The rules of {@link ImageBackgroundRemoverInput}. @since 0.1.0 */
export const imageBackgroundRemoverIssues = inputRules<ImageBackgroundRemoverInput>({
  ...projectRules,
  assets: required(
    recordOf<ImageBackgroundRemoverAssets>({
      image_file_path: required(filePath),
      background_image_file_path: optional(filePath),
    }),
  ),
});
