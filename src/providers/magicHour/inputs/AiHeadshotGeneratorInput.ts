import { inputRules, optional, recordOf, required } from '../../../contract/inputRules.js';
import { text } from '../../../contract/valueRules.js';
import type { FilePath } from './FilePath.js';
import { filePath } from './FilePath.js';
import type { ProjectInput } from './ProjectInput.js';
import { projectRules } from './ProjectInput.js';

/** What the headshot looks like. @since 0.1.0 */
export interface AiHeadshotGeneratorStyle {
  /** What is to be seen; best left out. */
  readonly prompt?: string;
}

/** The one who is shown. @since 0.1.0 */
export interface AiHeadshotGeneratorAssets {
  /** A picture with exactly one face. */
  readonly image_file_path: FilePath;
}

/**
 * What a headshot is made of.
 *
 * @see https://docs.magichour.ai/api-reference/image-projects/ai-headshot-generator (read 2026-11-22)
 * @since 0.1.0
 */
export interface AiHeadshotGeneratorInput extends ProjectInput {
  /** What the headshot looks like. */
  readonly style?: AiHeadshotGeneratorStyle;
  /** The one who is shown. */
  readonly assets: AiHeadshotGeneratorAssets;
}

/** The rules of {@link AiHeadshotGeneratorInput}. @since 0.1.0 */
export const aiHeadshotGeneratorIssues = inputRules<AiHeadshotGeneratorInput>({
  ...projectRules,
  style: optional(recordOf<AiHeadshotGeneratorStyle>({ prompt: optional(text()) })),
  assets: required(recordOf<AiHeadshotGeneratorAssets>({ image_file_path: required(filePath) })),
});
