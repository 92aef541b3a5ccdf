import { inputRules, optional, recordOf, required } from '../../../contract/inputRules.js';
import { text, wholeFrom, wordLike } from '../../../contract/valueRules.js';
import type { ImageTool } from '../words/ImageTool.js';
import type { ProjectInput } from './ProjectInput.js';
import { projectRules } from './ProjectInput.js';

/** What the images show. @since 0.1.0 */
export interface AiImageGeneratorStyle {
  /** What is to be seen; not empty. */
  readonly prompt: string;
  /** Their look. An open list, since looks are added. @defaultValue `'general'`, at Magic Hour */
  readonly tool?: ImageTool | (string & {});
}

/**
 * What images are made of by words alone.
 *
 * @see https://docs.magichour.ai/api-reference/image-projects/ai-image-generator (read 2026-11-22)
 * @since 0.1.0
 */
export interface AiImageGeneratorInput extends ProjectInput {
  /** How many images, whole, from 1 to 16; each costs, and not every model gives each number. */
  readonly image_count: number;
  /**
   * The model; `default` is what Magic Hour holds best. An open list, since models are added.
   *
   * @defaultValue `'default'`, at Magic Hour
   */
  readonly model?:
    | 'default'
    | 'nano-banana-2'
    | 'gpt-image-2'
    | 'z-image-turbo'
    | 'flux-2-klein'
    | 'nano-banana-2-lite'
    | 'seedream-v4'
    | 'seedream-v5-pro'
    | 'nano-banana'
    | 'nano-banana-pro'
    | 'flux-schnell'
    | 'seedream'
    | 'krea-2'
    | 'gpt-image-2.5-flare'
    | (string & {});
  /** Width to height. An open list, since models bring new ones. @defaultValue `'1:1'`, at Magic Hour */
  readonly aspect_ratio?: '1:1' | '16:9' | '9:16' | (string & {});
  /**
   * The longer side; `auto` is an older word. An open list, since models bring new ones.
   *
   * @defaultValue `'auto'`, at Magic Hour
   */
  readonly resolution?: 'auto' | '640px' | '1k' | '2k' | '4k' | (string & {});
  /** What the images show. */
  readonly style: AiImageGeneratorStyle;
}

/** The rules of {@link AiImageGeneratorInput}. @since 0.1.0 */
export const aiImageGeneratorIssues = inputRules<AiImageGeneratorInput>({
  ...projectRules,
  image_count: required(wholeFrom(1, 16)),
  model: optional(wordLike('default', 'nano-banana-2', 'gpt-image-2')),
  aspect_ratio: optional(wordLike('1:1', '16:9', '9:16')),
  resolution: optional(wordLike('640px', '1k', '2k', '4k')),
  style: required(
    recordOf<AiImageGeneratorStyle>({
      prompt: required(text({ min: 1 })),
      tool: optional(wordLike('general', 'ai-photo-generator', 'ai-logo-generator')),
    }),
  ),
});
