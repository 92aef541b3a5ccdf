import type { Type } from 'io-ts';
import { filled, numeric, vendorId } from '../../contract/lenient.js';
import { lenientBody } from '../../contract/lenientBody.js';
import type { VendorCall } from '../../contract/VendorCall.js';
import { TTS } from './buckets.js';
import { errorOf } from './errorOf.js';
import type { TtsInput } from './TtsInput.js';
import { ttsInputIssues } from './TtsInput.js';

/** Speech that was made; its URL can be an audio input of a generation. @since 0.1.0 */
export interface Speech {
  readonly id: string;
  /** Where the audio is. */
  readonly url: string;
  /** Length in seconds. */
  readonly duration?: number;
}

/** Speech as it comes. @since 0.1.0 */
export const SpeechBody: Type<Speech, Speech, unknown> = lenientBody(
  'speech',
  { id: vendorId, url: filled },
  { duration: numeric },
);

/**
 * Speaks a text while the caller waits. It costs, and one that is sent again is not recognized.
 *
 * @see https://sync.so/docs/api-reference/api/tts-api/create (read 2026-11-22)
 * @since 0.1.0
 */
export const tts: VendorCall<TtsInput, Speech> = {
  name: 'tts',
  check: ttsInputIssues,
  request: (input) => ({ method: 'POST', path: '/v2/tts', json: input }),
  answer: SpeechBody,
  errorOf,
  bucket: TTS,
  once: true,
};
