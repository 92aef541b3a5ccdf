import { inputRules, optional, recordOf, required } from '../../../contract/inputRules.js';
import { listOf, text, wordLike } from '../../../contract/valueRules.js';
import { oneNumberOf } from '../fieldRules.js';
import type { FilePath } from './FilePath.js';
import { filePath } from './FilePath.js';
import type { ProjectInput } from './ProjectInput.js';
import { projectRules } from './ProjectInput.js';

/** What is to be changed. @since 0.1.0 */
export interface AiImageEditorStyle {
  /** What is to be changed, in words, 1 to 15000 characters. */
  readonly prompt: string;
}

/** The pictures that are edited. @since 0.1.0 */
export interface AiImageEditorAssets {
  /** At most 10 pictures; some models take fewer. */
  readonly image_file_paths?: readonly FilePath[];
}

/**
 * What edited pictures are made of.
 *
 * @see https://docs.magichour.ai/api-reference/image-projects/ai-image-editor (read 2026-11-22)
 * @since 0.1.0
 */
export interface AiImageEditorInput extends ProjectInput {
  /**
   * How many results; each costs, and not every model gives each number. A closed list, since other
   * numbers are refused.
   *
   * @defaultValue 1, at Magic Hour
   */
  readonly image_count?: 1 | 4 | 9 | 16;
  /**
   * The model; `default` is what Magic Hour holds best. An open list, since models are added.
   *
   * @defaultValue `'default'`, at Magic Hour
   */
  readonly model?:
    | 'default'
    | 'nano-banana-2'
    | 'gpt-image-2'
    | 'flux-2-klein'
    | 'nano-banana-2-lite'
    | 'qwen-edit'
    | 'seedream-v4'
    | 'seedream-v4.5'
    | 'seedream-v5-pro'
    | 'nano-banana'
    | 'nano-banana-pro'
    | 'krea-2'
    | 'gpt-image-2.5-flare'
    | (string & {});
  /** Width to height. An open list, since models bring new ones. @defaultValue `'auto'`, at Magic Hour */
  readonly aspect_ratio?:
    'auto' | '16:9' | '9:16' | '4:3' | '3:2' | '1:1' | '4:5' | '2:3' | (string & {});
  /** The longer side; `auto` is an older word. An open list, since models bring new ones. */
  readonly resolution?: 'auto' | '640px' | '1k' | '2k' | '4k' | (string & {});
  /** What is to be changed. */
  readonly style: AiImageEditorStyle;
  /** The pictures that are edited. */
  readonly assets: AiImageEditorAssets;
}

/** The rules of {@link AiImageEditorInput}. @since 0.1.0 */
export const aiImageEditorIssues = inputRules<AiImageEditorInput>({
  ...projectRules,
  image_count: optional(oneNumberOf(1, 4, 9, 16)),
  model: optional(wordLike('default', 'nano-banana-2', 'gpt-image-2')),
  aspect_ratio: optional(wordLike('auto', '16:9', '9:16', '1:1')),
  resolution: optional(wordLike('640px', '1k', '2k', '4k')),
  style: required(
    recordOf<AiImageEditorStyle>({ prompt: required(text({ min: 1, max: 15_000 })) }),
  ),
  assets: required(
    recordOf<AiImageEditorAssets>({ image_file_paths: optional(listOf(filePath, { max: 10 })) }),
  ),
});
