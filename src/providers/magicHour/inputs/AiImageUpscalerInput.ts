import { inputRules, optional, recordOf, required } from '../../../contract/inputRules.js';
import { text, wordLike } from '../../../contract/valueRules.js';
import { oneNumberOf } from '../fieldRules.js';
import type { FilePath } from './FilePath.js';
import { filePath } from './FilePath.js';
import type { ProjectInput } from './ProjectInput.js';
import { projectRules } from './ProjectInput.js';

/** How detail is found. @since 0.1.0 */
export interface AiImageUpscalerStyle {
  /**
   * `preserve` adds least and costs half, `creative` adds most; `pro` is the older name of `preserve`.
   * An open list, since modes come and go.
   *
   * @defaultValue `'balanced'`, at Magic Hour
   */
  readonly mode?: 'pro' | 'preserve' | 'balanced' | 'creative' | (string & {});
  /** What is to be seen; heeded in the mode `creative` alone. */
  readonly prompt?: string;
}

/** The picture that is enlarged. @since 0.1.0 */
export interface AiImageUpscalerAssets {
  /** A picture of at most 4096 by 4096 pixels. */
  readonly image_file_path: FilePath;
}

/**
 * What an enlarged picture is made of.
 *
 * @see https://docs.magichour.ai/api-reference/image-projects/ai-image-upscaler (read 2026-11-22)
 * @since 0.1.0
 */
export interface AiImageUpscalerInput extends ProjectInput {
  /** How many times wider and higher; 4 needs a paid plan. A closed list, since other numbers are refused. */
  readonly scale_factor: 2 | 4;
  /** How detail is found. */
  readonly style?: AiImageUpscalerStyle;
  /** The picture that is enlarged. */
  readonly assets: AiImageUpscalerAssets;
}

/** The rules of {@link AiImageUpscalerInput}. @since 0.1.0 */
export const aiImageUpscalerIssues = inputRules<AiImageUpscalerInput>({
  ...projectRules,
  scale_factor: required(oneNumberOf(2, 4)),
  style: optional(
    recordOf<AiImageUpscalerStyle>({
      mode: optional(wordLike('preserve', 'balanced', 'creative')),
      prompt: optional(text()),
    }),
  ),
  assets: required(recordOf<AiImageUpscalerAssets>({ image_file_path: required(filePath) })),
});
