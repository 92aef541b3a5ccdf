import type { AudioOutput } from '../../providers/magicHour/audios.js';
import type { AiVoiceClonerInput } from '../../providers/magicHour/inputs/AiVoiceClonerInput.js';
import type { AiVoiceGeneratorInput } from '../../providers/magicHour/inputs/AiVoiceGeneratorInput.js';
import type { CreateMethods } from '../families.js';

/** The tools that make audio projects; what they make is watched as one of the `audios`. @since 0.1.0 */
export interface AudioTools {
  /** Reads a text aloud, in the voice of somebody known. */
  readonly aiVoiceGenerator: CreateMethods<AiVoiceGeneratorInput, AudioOutput>;
  /** Reads a text aloud, in the voice of a recording. */
  readonly aiVoiceCloner: CreateMethods<AiVoiceClonerInput, AudioOutput>;
}
