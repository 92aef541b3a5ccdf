import { inputRules, optional, required } from '../../contract/inputRules.js';
import { numberFrom, text, wordLike } from '../../contract/valueRules.js';
import { script } from './mediaRules.js';

/**
 * A text and who is to speak it: the same for speech that is waited for and for a job.
 *
 * @see https://sync.so/docs/api-reference/api/tts-api/create (read 2026-11-22)
 * @since 0.1.0
 */
export interface TtsInput {
  /** What is to be said, 1 to 5000 characters. */
  readonly script: string;
  /** A voice's `id`, as `voices.list` and `voices.clone` give it. */
  readonly voiceId: string;
  /** Whose voice it is. */
  readonly provider: 'elevenlabs' | (string & {});
  /** From 0, lively, to 1, steady. */
  readonly stability?: number;
  /** How close to the voice, from 0 to 1. */
  readonly similarityBoost?: number;
}

/** What is wrong with a text to be spoken. Never throws. @since 0.1.0 */
export const ttsInputIssues = inputRules<TtsInput>({
  script: required(script),
  voiceId: required(text({ min: 1 })),
  provider: required(wordLike('elevenlabs')),
  stability: optional(numberFrom(0, 1)),
  similarityBoost: optional(numberFrom(0, 1)),
});
