import { inputRules, optional, recordOf, required } from '../../../contract/inputRules.js';
import { oneOf } from '../../../contract/valueRules.js';
import type { FilePath } from './FilePath.js';
import { filePath } from './FilePath.js';
import type { ProjectInput } from './ProjectInput.js';
import { projectRules } from './ProjectInput.js';

/** The person and the clothes. @since 0.1.0 */
export interface AiClothesChangerAssets {
  /** A picture of the person. */
  readonly person_file_path: FilePath;
  /** A picture of the clothes. */
  readonly garment_file_path: FilePath;
  /**
   * What is changed; `dresses` is the older name of `entire_outfit`. A closed list, since these are all
   * parts there are.
   *
   * @defaultValue `'entire_outfit'`, at Magic Hour
   */
  readonly garment_type?: 'entire_outfit' | 'upper_body' | 'lower_body' | 'dresses';
}

/**
 * What a picture with other clothes is made of.
 *
 * @see https://docs.magichour.ai/api-reference/image-projects/ai-clothes-changer (read 2026-11-22)
 * @since 0.1.0
 */
export interface AiClothesChangerInput extends ProjectInput {
  /** The person and the clothes. */
  readonly assets: AiClothesChangerAssets;
}

/** The rules of {@link AiClothesChangerInput}. @since 0.1.0 */
export const aiClothesChangerIssues = inputRules<AiClothesChangerInput>({
  ...projectRules,
  assets: required(
    recordOf<AiClothesChangerAssets>({
      person_file_path: required(filePath),
      garment_file_path: required(filePath),
      garment_type: optional(oneOf('entire_outfit', 'upper_body', 'lower_body', 'dresses')),
    }),
  ),
});
