import { inputRules, recordOf, required } from '../../../contract/inputRules.js';
import type { FilePath } from './FilePath.js';
import { filePath } from './FilePath.js';
import type { ProjectInput } from './ProjectInput.js';
import { projectRules } from './ProjectInput.js';

/** The picture that gets colours. @since 0.1.0 */
export interface PhotoColorizerAssets {
  /** The picture that gets colours. */
  readonly image_file_path: FilePath;
}

/**
 * What a coloured picture is made of.
 *
 * @see https://docs.magichour.ai/api-reference/image-projects/photo-colorizer (read 2026-11-22)
 * @since 0.1.0
 */
export interface PhotoColorizerInput extends ProjectInput {
  /** The picture that gets colours. */
  readonly assets: PhotoColorizerAssets;
}

/** The rules of {@link PhotoColorizerInput}. @since 0.1.0 */
export const photoColorizerIssues = inputRules<PhotoColorizerInput>({
  ...projectRules,
  assets: required(recordOf<PhotoColorizerAssets>({ image_file_path: required(filePath) })),
});
