import type { Phase } from '../../model/Phase.js';

/**
 * The words that Magic Hour documents for the state of a video project.
 *
 * @see https://docs.magichour.ai/api-reference/video-projects/get-video-details (read 2026-11-22)
 * @since 0.1.0
 */
export type VideoStatus = 'draft' | 'queued' | 'rendering' | 'complete' | 'error' | 'canceled';

/** What each word means. @since 0.1.0 */
export const VIDEO_PHASES: Readonly<Record<VideoStatus, Phase>> = {
  draft: 'queued', // documented: made, but not yet handed in for rendering
  queued: 'queued', // documented
  rendering: 'running', // documented
  complete: 'succeeded', // documented
  error: 'failed', // documented
  canceled: 'canceled', // documented
};
