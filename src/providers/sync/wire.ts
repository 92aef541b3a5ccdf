import type { TypeOf } from 'io-ts';
import { moment, numeric, text, vendorId, webUrl, word } from '../../contract/lenient.js';
import { lenientBody } from '../../contract/lenientBody.js';

/**
 * The body of a look at a generation, of its create's answer and of a list's items.
 *
 * The code of a failure is `errorCode` here and `error_code` in the official SDK and in webhooks.
 *
 * @see https://sync.so/docs/api-reference/api/generate-api/get (read 2026-11-22)
 * @since 0.1.0
 */
export const GenerationBody = lenientBody(
  'a generation',
  { id: vendorId, status: word },
  {
    outputUrl: webUrl,
    outputDuration: numeric,
    outputFileName: text,
    segmentOutputUrl: webUrl,
    synthesizedAudioUrl: webUrl,
    model: text,
    projectId: text,
    error: text,
    errorCode: text,
    error_code: text,
    progress_percent: numeric,
    createdAt: moment,
  },
);

/** What {@link GenerationBody} decodes to. @since 0.1.0 */
export type GenerationBody = TypeOf<typeof GenerationBody>;
