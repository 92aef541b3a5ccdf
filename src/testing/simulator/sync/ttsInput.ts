import { numeric, oneOf, required, text } from '../fieldRules.js';
import type { FieldRules } from '../fieldRules.js';
import { isUuid } from '../isUuid.js';
import { textIn } from '../JsonFields.js';
import type { SimRequest } from '../SimRequest.js';
import { readFields } from './readFields.js';
import type { ReadFields } from './readFields.js';
import { codedError } from './syncError.js';
import type { SyncLibrary } from './SyncLibrary.js';

const SPEECH: FieldRules = {
  script: required(text({ from: 1, to: 5000 })),
  voiceId: required(text({ from: 1 })),
  provider: required(oneOf(['elevenlabs'])),
  stability: numeric({ from: 0, to: 1 }),
  similarityBoost: numeric({ from: 0, to: 1 }),
};

/**
 * Reads and judges what speech is asked for.
 *
 * Voices of the provider are taken as they are named; a voice with a UUID is a clone, which must be
 * there.
 *
 * @param request - what arrived
 * @param library - the cloned voices
 * @see https://sync.so/docs/api-reference/api/tts-api/create-job (read 2026-11-22)
 * @since 0.1.0
 */
export function ttsInput(request: SimRequest, library: SyncLibrary): ReadFields {
  const read = readFields(request, SPEECH);
  if ('refusal' in read) return read;
  const voiceId = textIn(read.fields['voiceId']) ?? '';
  const lost = isUuid(voiceId) && !library.clones.has(voiceId);
  return lost ? { refusal: codedError('voice_not_found') } : read;
}

/**
 * How long a script takes to say, in seconds.
 *
 * @param script - the text
 * @since 0.1.0
 */
export function spokenSeconds(script: unknown): number {
  const words = (textIn(script) ?? 'Hello.').split(/\s+/).length;
  return Math.round(words * 4) / 10 + 0.5;
}
