import type { TypeOf } from 'io-ts';
import {
  filled,
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

/** A file of a finished project. @since 0.1.0 */
export const ProjectDownload = lenientBody('a download', { url: webUrl }, { expires_at: text });

const ESSENTIAL = { id: vendorId, status: word };

/** What looks at all projects have in common. */
const PROJECT = {
  name: text,
  type: text,
  created_at: moment,
  enabled: flag,
  credits_charged: numeric,
  error: lenientBody('an error', {}, { message: text, code: text }),
  downloads: listOf(ProjectDownload),
};

/**
 * The body of a look at a video project.
 *
 * The page requires `total_frame_cost` and `download`, which it does not describe and newer answers
 * leave out.
 *
 * @see https://docs.magichour.ai/api-reference/video-projects/get-video-details (read 2026-11-22)
 * @since 0.1.0
 */
export const VideoBody = lenientBody('a video project', ESSENTIAL, {
  ...PROJECT,
  width: numeric,
  height: numeric,
  start_seconds: numeric,
  end_seconds: numeric,
  fps: numeric,
  download: ProjectDownload,
});

/** What {@link VideoBody} decodes to. @since 0.1.0 */
export type VideoBody = TypeOf<typeof VideoBody>;

/**
 * The body of a look at an image project.
 *
 * @see https://docs.magichour.ai/api-reference/image-projects/get-image-details (read 2026-11-22)
 * @since 0.1.0
 */
export const ImageBody = lenientBody('an image project', ESSENTIAL, {
  ...PROJECT,
  image_count: numeric,
});

/** What {@link ImageBody} decodes to. @since 0.1.0 */
export type ImageBody = TypeOf<typeof ImageBody>;

/**
 * The body of a look at an audio project.
 *
 * @see https://docs.magichour.ai/api-reference/audio-projects/get-audio-details (read 2026-11-22)
 * @since 0.1.0
 */
export const AudioBody = lenientBody('an audio project', ESSENTIAL, PROJECT);

/** What {@link AudioBody} decodes to: what all projects have in common. @since 0.1.0 */
export type AudioBody = TypeOf<typeof AudioBody>;

/**
 * The body of a look at a face detection: without name, type, time and error.
 *
 * @see https://docs.magichour.ai/api-reference/files/get-face-detection-details (read 2026-11-22)
 * @since 0.1.0
 */
export const FaceDetectionBody = lenientBody('a face detection', ESSENTIAL, {
  credits_charged: numeric,
  faces: listOf(lenientBody('a face', { path: filled }, { url: webUrl })),
});

/** What {@link FaceDetectionBody} decodes to. @since 0.1.0 */
export type FaceDetectionBody = TypeOf<typeof FaceDetectionBody>;

/**
 * What every create answers. Older answers have another price beside it, which is the same number.
 *
 * @see https://docs.magichour.ai/api-reference/video-projects/lip-sync (read 2026-11-22)
 * @since 0.1.0
 */
export const CreatedProject = lenientBody(
  'a created project',
  { id: vendorId },
  { credits_charged: numeric },
);
