import type { TypeOf } from 'io-ts';
import { listOf, moment, numeric, text, vendorId, webUrl, word } from '../../contract/lenient.js';
import { lenientBody } from '../../contract/lenientBody.js';
import { ErrorText } from './wire.js';

const Cost = lenientBody('a cost', {}, { amount: numeric, currency: text });

const Lora = lenientBody('a LoRA', { id: text }, { name: text });

/**
 * The body of a look at an image or a video, of its create's answer, and of a cancel's: one shape
 * serves both.
 *
 * @see https://docs.aurous-labs.com/api-reference/images/retrieve-image (read 2026-11-22)
 * @see https://docs.aurous-labs.com/api-reference/videos/create-video (read 2026-11-22)
 * @since 0.1.0
 */
export const GenerationBody = lenientBody(
  'a generation',
  { id: vendorId, status: word },
  {
    output_urls: listOf(webUrl),
    output_video_url: webUrl,
    error_message: ErrorText,
    cost: Cost,
    width: numeric,
    height: numeric,
    seed: numeric,
    duration_ms: numeric,
    video_duration: numeric,
    video_resolution: text,
    video_ratio: text,
    character_id: text,
    loras: listOf(Lora),
    created_at: moment,
    completed_at: moment,
  },
);

/** What {@link GenerationBody} decodes to. @since 0.1.0 */
export type GenerationBody = TypeOf<typeof GenerationBody>;
