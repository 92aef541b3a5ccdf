import type { TypeOf } from 'io-ts';
import { moment, numeric, text, vendorId, webUrl, word } from '../../contract/lenient.js';
import { lenientBody } from '../../contract/lenientBody.js';

/**
 * The body of a look at an Aurora video, and of its create's answer.
 *
 * `progress` comes on no documented scale, `failed_reason` is `""` while all is well.
 *
 * @see https://docs.creatify.ai/api-reference/aurora/get-aurora (read 2026-11-22)
 * @see https://docs.creatify.ai/api-reference/aurora/post-aurora (read 2026-11-22)
 * @since 0.1.0
 */
export const AuroraBody = lenientBody(
  'an Aurora video',
  { id: vendorId, status: word },
  {
    video_output: webUrl,
    preview: webUrl,
    editor_url: webUrl,
    duration: numeric,
    credits_used: numeric,
    progress: numeric,
    failed_reason: text,
    media_job: text,
    created_at: moment,
  },
);

/** What {@link AuroraBody} decodes to. @since 0.1.0 */
export type AuroraBody = TypeOf<typeof AuroraBody>;
