import { filled, listOf, numeric, vendorId, webUrl } from '../../../contract/lenient.js';
import { lenientBody } from '../../../contract/lenientBody.js';
import { getting } from '../creatifyCall.js';

/** One way that a voice speaks. @since 0.1.0 */
export interface VoiceAccent {
  /** What `accent` and `voice_id` of other inputs take. */
  readonly id: string;
  readonly accent_name?: string;
  /** URL of a sample. */
  readonly preview_url?: string;
}

/** A voice. @since 0.1.0 */
export interface CreatifyVoice {
  readonly name?: string;
  /** Such as `female`. */
  readonly gender?: string;
  readonly accents?: readonly VoiceAccent[];
}

/** How many voices of one's own there are, and may be. @since 0.1.0 */
export interface VoiceCount {
  readonly max_count: number;
  readonly current_count: number;
}

const Accent = lenientBody(
  'an accent',
  { id: vendorId },
  { accent_name: filled, preview_url: webUrl },
);

const Voice = lenientBody('a voice', {}, { name: filled, gender: filled, accents: listOf(Accent) });

/**
 * Lists the voices.
 *
 * @see https://docs.creatify.ai/api-documentation/text-to-speech/text-to-speech (read 2026-11-22)
 * @since 0.1.0
 */
export const listVoices = getting<readonly CreatifyVoice[]>(
  'voices.list',
  '/api/voices/',
  listOf(Voice),
);

/**
 * Counts the voices of one's own.
 *
 * @see https://docs.creatify.ai/llms.txt (read 2026-11-22)
 * @since 0.1.0
 */
export const countVoices = getting<VoiceCount>(
  'voices.count',
  '/api/voices/count/',
  lenientBody('a count of voices', { max_count: numeric, current_count: numeric }, {}),
);
