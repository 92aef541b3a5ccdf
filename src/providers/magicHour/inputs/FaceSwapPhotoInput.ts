import { inputRules, optional, recordOf, required } from '../../../contract/inputRules.js';
import { oneOf } from '../../../contract/valueRules.js';
import type { FaceMapping, FaceSwapMode } from './FaceMapping.js';
import { faceMappings, faceSwapNeeds } from './FaceMapping.js';
import type { FilePath } from './FilePath.js';
import { filePath } from './FilePath.js';
import type { ProjectInput } from './ProjectInput.js';
import { projectRules } from './ProjectInput.js';

/** The picture, and the faces that come into it. @since 0.1.0 */
export interface FaceSwapPhotoAssets {
  /** Whether one face takes the place of all. @defaultValue `'all-faces'`, at Magic Hour */
  readonly face_swap_mode?: FaceSwapMode;
  /** A picture of the face that comes; required unless `face_swap_mode` is `individual-faces`. */
  readonly source_file_path?: FilePath;
  /** At most 5; required when `face_swap_mode` is `individual-faces`. */
  readonly face_mappings?: readonly FaceMapping[];
  /** The picture that the faces come into. */
  readonly target_file_path: FilePath;
}

/**
 * What a picture with other faces is made of.
 *
 * @see https://docs.magichour.ai/api-reference/image-projects/face-swap-photo (read 2026-11-22)
 * @since 0.1.0
 */
export interface FaceSwapPhotoInput extends ProjectInput {
  /** The picture, and the faces that come into it. */
  readonly assets: FaceSwapPhotoAssets;
}

/** The rules of {@link FaceSwapPhotoInput}. @since 0.1.0 */
export const faceSwapPhotoIssues = inputRules<FaceSwapPhotoInput>({
  ...projectRules,
  assets: required(
    recordOf<FaceSwapPhotoAssets>(
      {
        face_swap_mode: optional(oneOf('all-faces', 'individual-faces')),
        source_file_path: optional(filePath),
        face_mappings: optional(faceMappings),
        target_file_path: required(filePath),
      },
      ...faceSwapNeeds('source_file_path'),
    ),
  ),
});
