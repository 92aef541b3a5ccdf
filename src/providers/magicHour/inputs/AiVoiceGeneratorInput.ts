import { inputRules, recordOf, required } from '../../../contract/inputRules.js';
import { text } from '../../../contract/valueRules.js';
import type { VoiceName } from '../words/VoiceName.js';
import type { ProjectInput } from './ProjectInput.js';
import { projectRules } from './ProjectInput.js';

/** What is said, and by whom. @since 0.1.0 */
export interface AiVoiceGeneratorStyle {
  /** What is to be said, 1 to 1000 characters; each costs. */
  readonly prompt: string;
  /** Whose voice. An open list, since voices are added. */
  readonly voice_name: VoiceName | (string & {});
}

/**
 * What spoken text is made of.
 *
 * @see https://docs.magichour.ai/api-reference/audio-projects/ai-voice-generator (read 2026-11-22)
 * @since 0.1.0
 */
export interface AiVoiceGeneratorInput extends ProjectInput {
  /** What is said, and by whom. */
  readonly style: AiVoiceGeneratorStyle;
}

/** The rules of {@link AiVoiceGeneratorInput}. @since 0.1.0 */
export const aiVoiceGeneratorIssues = inputRules<AiVoiceGeneratorInput>({
  ...projectRules,
  style: required(
    recordOf<AiVoiceGeneratorStyle>({
      prompt: required(text({ min: 1, max: 1000 })),
      voice_name: required(text({ min: 1 })),
    }),
  ),
});
