import { inputRules, optional, recordOf, required } from '../../../contract/inputRules.js';
import { wholeAtLeast } from '../fieldRules.js';
import type { FilePath } from './FilePath.js';
import { filePath } from './FilePath.js';
import type { ProjectInput } from './ProjectInput.js';
import { projectRules } from './ProjectInput.js';

/** The body and the head. @since 0.1.0 */
export interface HeadSwapAssets {
  /** The picture that gets the head. */
  readonly body_file_path: FilePath;
  /** A picture of the head that comes. */
  readonly head_file_path: FilePath;
}

/**
 * What a picture with another head is made of.
 *
 * @see https://docs.magichour.ai/api-reference/image-projects/head-swap (read 2026-11-22)
 * @since 0.1.0
 */
export interface HeadSwapInput extends ProjectInput {
  /** Pixels of the longer side at most; never more than the plan gives, nor than 2048. */
  readonly max_resolution?: number;
  /** The body and the head. */
  readonly assets: HeadSwapAssets;
}

/** The rules of {@link HeadSwapInput}. @since 0.1.0 */
export const headSwapIssues = inputRules<HeadSwapInput>({
  ...projectRules,
  max_resolution: optional(wholeAtLeast(1)),
  assets: required(
    recordOf<HeadSwapAssets>({
      body_file_path: required(filePath),
      head_file_path: required(filePath),
    }),
  ),
});
