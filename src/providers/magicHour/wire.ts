import type { TypeOf } from 'io-ts';
import {
  flag,
  listOf,
  moment,
  numeric,
  text,
  vendorId,
  webUrl,
  word,
} from '../../contract/lenient.js';
import { lenientBody } from '../../contract/lenientBody.js';

/** A file of a finished video project. @since 0.1.0 */
export const VideoDownload = lenientBody('a download', { url: webUrl }, { expires_at: text });

/**
 * The body of a look at a video project.
 *
 * The page requires `total_frame_cost` and `download`, which it does not describe and newer answers
 * leave out.
 *
 * @see https://docs.magichour.ai/api-reference/video-projects/get-video-details (read 2026-11-22)
 * @since 0.1.0
 */
export const VideoBody = lenientBody(
  'a video project',
  { id: vendorId, status: word },
  {
    name: text,
    type: text,
    created_at: moment,
    width: numeric,
    height: numeric,
    enabled: flag,
    start_seconds: numeric,
    end_seconds: numeric,
    credits_charged: numeric,
    fps: numeric,
    error: lenientBody('an error', {}, { message: text, code: text }),
    downloads: listOf(VideoDownload),
    download: VideoDownload,
  },
);

/** What {@link VideoBody} decodes to. @since 0.1.0 */
export type VideoBody = TypeOf<typeof VideoBody>;

/**
 * What every create of a video answers.
 *
 * @see https://docs.magichour.ai/api-reference/video-projects/lip-sync (read 2026-11-22)
 * @since 0.1.0
 */
export const CreatedVideo = lenientBody(
  'a created video project',
  { id: vendorId },
  { credits_charged: numeric },
);
