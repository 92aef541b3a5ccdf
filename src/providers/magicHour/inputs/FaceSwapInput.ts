import { inputRules, optional, recordOf, required } from '../../../contract/inputRules.js';
import { oneOf, wordLike } from '../../../contract/valueRules.js';
import type { Clip } from './Clip.js';
import { clipRules, endsAfterStart } from './Clip.js';
import type { FaceMapping, FaceSwapMode } from './FaceMapping.js';
import { faceMappings, faceSwapNeeds } from './FaceMapping.js';
import type { FilePath } from './FilePath.js';
import { filePath } from './FilePath.js';
import type { ProjectInput } from './ProjectInput.js';
import { projectRules } from './ProjectInput.js';
import type { VideoSource } from './VideoSource.js';
import { videoSourceNeeds, videoSourceRules } from './VideoSource.js';

/** How faces are swapped. @since 0.1.0 */
export interface FaceSwapStyle {
  /**
   * `v1` keeps more of the skin, `v2` more of the person; `default` is what Magic Hour holds best. An
   * open list, since versions are added.
   *
   * @defaultValue `'default'`, at Magic Hour
   */
  readonly version?: 'v1' | 'v2' | 'default' | (string & {});
}

/** The video, and the faces that come into it. @since 0.1.0 */
export interface FaceSwapAssets extends VideoSource {
  /** Whether one face takes the place of all. @defaultValue `'all-faces'`, at Magic Hour */
  readonly face_swap_mode?: FaceSwapMode;
  /** A picture of the face that comes; required unless `face_swap_mode` is `individual-faces`. */
  readonly image_file_path?: FilePath;
  /** At most 5; required when `face_swap_mode` is `individual-faces`. */
  readonly face_mappings?: readonly FaceMapping[];
}

/**
 * What a video with other faces is made of.
 *
 * @see https://docs.magichour.ai/api-reference/video-projects/face-swap-video (read 2026-11-22)
 * @since 0.1.0
 */
export interface FaceSwapInput extends ProjectInput, Clip {
  /** How faces are swapped. */
  readonly style?: FaceSwapStyle;
  /** The video, and the faces that come into it. */
  readonly assets: FaceSwapAssets;
}

/** The rules of {@link FaceSwapInput}. @since 0.1.0 */
export const faceSwapIssues = inputRules<FaceSwapInput>(
  {
    ...projectRules,
    ...clipRules,
    style: optional(
      recordOf<FaceSwapStyle>({ version: optional(wordLike('v1', 'v2', 'default')) }),
    ),
    assets: required(
      recordOf<FaceSwapAssets>(
        {
          ...videoSourceRules,
          face_swap_mode: optional(oneOf('all-faces', 'individual-faces')),
          image_file_path: optional(filePath),
          face_mappings: optional(faceMappings),
        },
        ...videoSourceNeeds,
        ...faceSwapNeeds('image_file_path'),
      ),
    ),
  },
  endsAfterStart,
);
