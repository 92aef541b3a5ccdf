import { inputRules, optional, recordOf, required } from '../../../contract/inputRules.js';
import { oneOf, text } from '../../../contract/valueRules.js';
import type { ProjectInput } from './ProjectInput.js';
import { projectRules } from './ProjectInput.js';

/** What the GIF shows. @since 0.1.0 */
export interface AiGifGeneratorStyle {
  /** What is to be seen, 1 to 500 characters. */
  readonly prompt: string;
}

/**
 * What an animated GIF is made of.
 *
 * @see https://docs.magichour.ai/api-reference/image-projects/ai-gif-generator (read 2026-11-22)
 * @since 0.1.0
 */
export interface AiGifGeneratorInput extends ProjectInput {
  /** What the GIF shows. */
  readonly style: AiGifGeneratorStyle;
  /**
   * The format of the file; whichever it is, the job is one of the `images`. A closed list, since what
   * opens the file depends on it.
   *
   * @defaultValue `'gif'`, at Magic Hour
   */
  readonly output_format?: 'gif' | 'mp4' | 'webm';
}

/** The rules of {@link AiGifGeneratorInput}. @since 0.1.0 */
export const aiGifGeneratorIssues = inputRules<AiGifGeneratorInput>({
  ...projectRules,
  style: required(recordOf<AiGifGeneratorStyle>({ prompt: required(text({ min: 1, max: 500 })) })),
  output_format: optional(oneOf('gif', 'mp4', 'webm')),
});
