import { inputRules, recordOf, required } from '../../../contract/inputRules.js';
import { text } from '../../../contract/valueRules.js';
import type { FilePath } from './FilePath.js';
import { filePath } from './FilePath.js';
import type { ProjectInput } from './ProjectInput.js';
import { projectRules } from './ProjectInput.js';

/** The voice that is copied. @since 0.1.0 */
export interface AiVoiceClonerAssets {
  /** A recording of the voice. */
  readonly audio_file_path: FilePath;
}

/** What is said. @since 0.1.0 */
export interface AiVoiceClonerStyle {
  /** What is to be said, 1 to 1000 characters; each costs. */
  readonly prompt: string;
}

/**
 * What text in a copied voice is made of.
 *
 * @see https://docs.magichour.ai/api-reference/audio-projects/ai-voice-cloner (read 2026-11-22)
 * @since 0.1.0
 */
export interface AiVoiceClonerInput extends ProjectInput {
  /** The voice that is copied. */
  readonly assets: AiVoiceClonerAssets;
  /** What is said. */
  readonly style: AiVoiceClonerStyle;
}

/** The rules of {@link AiVoiceClonerInput}. @since 0.1.0 */
export const aiVoiceClonerIssues = inputRules<AiVoiceClonerInput>({
  ...projectRules,
  assets: required(recordOf<AiVoiceClonerAssets>({ audio_file_path: required(filePath) })),
  style: required(recordOf<AiVoiceClonerStyle>({ prompt: required(text({ min: 1, max: 1000 })) })),
});
