import type { Tool } from './Tool.js';
import { VOICE_NAMES } from './voiceNames.js';

/**
 * What makes sounds.
 *
 * @see https://docs.magichour.ai/api-reference (read 2026-11-22)
 * @since 0.1.0
 */
export const AUDIO_TOOLS: readonly Tool[] = [
  {
    name: 'aiVoiceGenerator',
    path: '/v1/ai-voice-generator',
    word: 'VOICE_GENERATOR',
    title: 'Voice Generator',
    ending: 'wav',
    typicalMs: 21_000,
    credits: 0.1,
    fields: {
      name: { type: 'string' },
      style: { type: 'object', required: true },
      'style.prompt': { type: 'string', required: true, minLength: 1 },
      'style.voice_name': { type: 'string', required: true, enum: VOICE_NAMES },
    },
  },
  {
    name: 'aiVoiceCloner',
    path: '/v1/ai-voice-cloner',
    word: 'VOICE_CLONER',
    title: 'Voice Cloner',
    ending: 'wav',
    typicalMs: 21_000,
    credits: 0.1,
    fields: {
      name: { type: 'string' },
      assets: { type: 'object', required: true },
      'assets.audio_file_path': { type: 'string', required: true, minLength: 1, file: ['audio'] },
      style: { type: 'object', required: true },
      'style.prompt': { type: 'string', required: true, minLength: 1, maxLength: 1000 },
    },
  },
];
