import { inputRules, optional, recordOf, required } from '../../../contract/inputRules.js';
import { stepped } from '../fieldRules.js';
import type { FilePath } from './FilePath.js';
import { filePath } from './FilePath.js';

/** Where faces are looked for. @since 0.1.0 */
export interface FaceDetectionAssets {
  /** The picture or video. */
  readonly target_file_path: FilePath;
}

/**
 * What faces are looked for in.
 *
 * @see https://docs.magichour.ai/api-reference/files/face-detection (read 2026-11-22)
 * @since 0.1.0
 */
export interface FaceDetectionInput {
  /**
   * How sure a face has to be to count, in `[0, 1]` in steps of 0.05: low finds more, and more that are
   * none.
   *
   * @defaultValue 0.5, at Magic Hour
   */
  readonly confidence_score?: number;
  /** Where faces are looked for. */
  readonly assets: FaceDetectionAssets;
}

/** The rules of {@link FaceDetectionInput}. @since 0.1.0 */
export const faceDetectionIssues = inputRules<FaceDetectionInput>({
  confidence_score: optional(stepped(0, 1, 0.05)),
  assets: required(recordOf<FaceDetectionAssets>({ target_file_path: required(filePath) })),
});
