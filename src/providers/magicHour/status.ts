import type { Phase } from '../../model/Phase.js';

/**
 * The words that Magic Hour documents for the state of a project, be it video, image or audio.
 *
 * @see https://docs.magichour.ai/api-reference/video-projects/get-video-details (read 2026-11-22)
 * @since 0.1.0
 */
export type ProjectStatus = 'draft' | 'queued' | 'rendering' | 'complete' | 'error' | 'canceled';

/** What each word means. @since 0.1.0 */
export const PROJECT_PHASES: Readonly<Record<ProjectStatus, Phase>> = {
  draft: 'queued', // documented: made, but not yet handed in for rendering
  queued: 'queued', // documented
  rendering: 'running', // documented
  complete: 'succeeded', // documented
  error: 'failed', // documented
  canceled: 'canceled', // documented
};

/**
 * The words that Magic Hour documents for the state of a face detection, which nobody can cancel.
 *
 * @see https://docs.magichour.ai/api-reference/files/get-face-detection-details (read 2026-11-22)
 * @since 0.1.0
 */
export type FaceDetectionStatus = 'queued' | 'rendering' | 'complete' | 'error';

/** What each word means. @since 0.1.0 */
export const FACE_DETECTION_PHASES: Readonly<Record<FaceDetectionStatus, Phase>> = {
  queued: 'queued', // documented
  rendering: 'running', // documented
  complete: 'succeeded', // documented
  error: 'failed', // documented
};
