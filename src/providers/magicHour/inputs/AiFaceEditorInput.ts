import { inputRules, optional, recordOf, required } from '../../../contract/inputRules.js';
import { flag } from '../../../contract/valueRules.js';
import { stepped } from '../fieldRules.js';
import type { FilePath } from './FilePath.js';
import { filePath } from './FilePath.js';
import type { ProjectInput } from './ProjectInput.js';
import { projectRules } from './ProjectInput.js';

/** From -100 to 100 in steps of 5. @defaultValue 0, at Magic Hour @since 0.1.0 */
export type FaceDegree = number;

/** What is done to the face. @since 0.1.0 */
export interface AiFaceEditorStyle {
  /** Whether the face is made clearer. @defaultValue false, at Magic Hour */
  readonly enhance_face?: boolean;
  /** Which way the eyebrows point. */
  readonly eyebrow_direction?: FaceDegree;
  /** How far the eyes look aside. */
  readonly eye_gaze_horizontal?: FaceDegree;
  /** How far the eyes look up or down. */
  readonly eye_gaze_vertical?: FaceDegree;
  /** How wide the eyes are open. */
  readonly eye_open_ratio?: FaceDegree;
  /** How wide the lips are open. */
  readonly lip_open_ratio?: FaceDegree;
  /** How far the head is tilted to a shoulder. */
  readonly head_roll?: FaceDegree;
  /** How grim the mouth is. */
  readonly mouth_grim?: FaceDegree;
  /** How far the lips pout. */
  readonly mouth_pout?: FaceDegree;
  /** How far the lips are pursed. */
  readonly mouth_purse?: FaceDegree;
  /** How far the mouth smiles. */
  readonly mouth_smile?: FaceDegree;
  /** How far the mouth is moved aside. */
  readonly mouth_position_horizontal?: FaceDegree;
  /** How far the mouth is moved up or down. */
  readonly mouth_position_vertical?: FaceDegree;
  /** How far the head nods. */
  readonly head_pitch?: FaceDegree;
  /** How far the head is turned aside. */
  readonly head_yaw?: FaceDegree;
}

/** The picture that is edited. @since 0.1.0 */
export interface AiFaceEditorAssets {
  /** A picture with a face. */
  readonly image_file_path: FilePath;
}

/**
 * What a picture with an edited face is made of.
 *
 * @see https://docs.magichour.ai/api-reference/image-projects/ai-face-editor (read 2026-11-22)
 * @since 0.1.0
 */
export interface AiFaceEditorInput extends ProjectInput {
  /** The picture that is edited. */
  readonly assets: AiFaceEditorAssets;
  /** What is done to the face. */
  readonly style: AiFaceEditorStyle;
}

const degree = stepped(-100, 100, 5);

/** The rules of {@link AiFaceEditorInput}. @since 0.1.0 */
export const aiFaceEditorIssues = inputRules<AiFaceEditorInput>({
  ...projectRules,
  assets: required(recordOf<AiFaceEditorAssets>({ image_file_path: required(filePath) })),
  style: required(
    recordOf<AiFaceEditorStyle>({
      enhance_face: optional(flag),
      eyebrow_direction: optional(degree),
      eye_gaze_horizontal: optional(degree),
      eye_gaze_vertical: optional(degree),
      eye_open_ratio: optional(degree),
      lip_open_ratio: optional(degree),
      head_roll: optional(degree),
      mouth_grim: optional(degree),
      mouth_pout: optional(degree),
      mouth_purse: optional(degree),
      mouth_smile: optional(degree),
      mouth_position_horizontal: optional(degree),
      mouth_position_vertical: optional(degree),
      head_pitch: optional(degree),
      head_yaw: optional(degree),
    }),
  ),
});
