import { inputRules, recordOf, required } from '../../../contract/inputRules.js';
import { wordLike } from '../../../contract/valueRules.js';
import type { FilePath } from './FilePath.js';
import { filePath } from './FilePath.js';
import type { ProjectInput } from './ProjectInput.js';
import { projectRules } from './ProjectInput.js';

/** The person and the scene. @since 0.1.0 */
export interface BodySwapAssets {
  /** A picture of the one who comes. */
  readonly person_file_path: FilePath;
  /** The picture that the person comes into. */
  readonly scene_file_path: FilePath;
}

/**
 * What a picture with another person in it is made of.
 *
 * @see https://docs.magichour.ai/api-reference/image-projects/body-swap (read 2026-11-22)
 * @since 0.1.0
 */
export interface BodySwapInput extends ProjectInput {
  /** The longer side; it sets the price. An open list, since models bring new ones. */
  readonly resolution: '640px' | '1k' | '2k' | '4k' | (string & {});
  /** The person and the scene. */
  readonly assets: BodySwapAssets;
}

/** The rules of {@link BodySwapInput}. @since 0.1.0 */
export const bodySwapIssues = inputRules<BodySwapInput>({
  ...projectRules,
  resolution: required(wordLike('640px', '1k', '2k', '4k')),
  assets: required(
    recordOf<BodySwapAssets>({
      person_file_path: required(filePath),
      scene_file_path: required(filePath),
    }),
  ),
});
