import { aiVoiceClonerIssues } from './inputs/AiVoiceClonerInput.js';
import { aiVoiceGeneratorIssues } from './inputs/AiVoiceGeneratorInput.js';
import { projectTool } from './projectTool.js';
import { audios } from './audios.js';

/** The tools that make audio projects, by the name of their method. @since 0.1.0 */
export const audioTools = {
  /** @see https://docs.magichour.ai/api-reference/audio-projects/ai-voice-generator (read 2026-11-22) */
  aiVoiceGenerator: projectTool(audios, {
    path: 'ai-voice-generator',
    check: aiVoiceGeneratorIssues,
    typicalSeconds: 21,
  }),
  /** @see https://docs.magichour.ai/api-reference/audio-projects/ai-voice-cloner (read 2026-11-22) */
  aiVoiceCloner: projectTool(audios, {
    path: 'ai-voice-cloner',
    check: aiVoiceClonerIssues,
    typicalSeconds: 21,
  }),
} as const;
