import type { CrossRule } from '../../../contract/inputRules.js';
import { fieldPath, recordOf, required } from '../../../contract/inputRules.js';
import { requiredIf } from '../../../contract/crossRules.js';
import { listOf } from '../../../contract/valueRules.js';
import type { FilePath } from './FilePath.js';
import { filePath } from './FilePath.js';

/**
 * Whether one face takes the place of all, or each gets its own; a closed list, since it decides which
 * other fields are read.
 *
 * @since 0.1.0
 */
export type FaceSwapMode = 'all-faces' | 'individual-faces';

/** Which face is to take the place of which. @since 0.1.0 */
export interface FaceMapping {
  /** The face that goes: the `path` that a face detection gave, such as `api-assets/…/0-0.png`. */
  readonly original_face: string;
  /** A picture of the face that comes. */
  readonly new_face: FilePath;
}

/** At most five {@link FaceMapping}s. @since 0.1.0 */
export const faceMappings = listOf(
  recordOf<FaceMapping>({ original_face: required(filePath), new_face: required(filePath) }),
  { max: 5 },
);

/**
 * What each {@link FaceSwapMode} needs: mappings, or the picture of the one face, also where no mode is
 * given, since all faces are swapped then.
 *
 * @param picture - the field with the one face
 * @since 0.1.0
 */
export const faceSwapNeeds = (picture: string): readonly CrossRule[] => [
  requiredIf('face_mappings', 'face_swap_mode', 'individual-faces'),
  ({ face_swap_mode = 'all-faces', ...fields }, path) =>
    face_swap_mode === 'all-faces' && fields[picture] === undefined
      ? [
          {
            path: fieldPath(path, picture),
            message: 'is required unless face_swap_mode is "individual-faces"',
          },
        ]
      : [],
];
