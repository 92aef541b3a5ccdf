import type { Phase } from '../../model/Phase.js';

/**
 * The words that Aurous documents for the state of an image or a video.
 *
 * @see https://docs.aurous-labs.com/api-reference/images/retrieve-image (read 2026-11-22)
 * @see https://docs.aurous-labs.com/api-reference/images/cancel-image (read 2026-11-22)
 * @since 0.1.0
 */
export type GenerationStatus =
  | 'pending'
  | 'processing'
  | 'succeeded'
  | 'failed'
  | 'cancelled'
  | 'expired'
  | 'moderation_rejected';

/** A word of an earlier revision of the page on cancelling, which calls it not emitted. */
type OlderStatus = 'queued';

/**
 * What each word means. One page lists `expired` and `moderation_rejected` as ends, another says that
 * the server does not use them yet.
 *
 * @since 0.1.0
 */
export const GENERATION_PHASES: Readonly<Record<GenerationStatus | OlderStatus, Phase>> = {
  pending: 'queued', // documented
  queued: 'queued', // older
  processing: 'running', // documented
  succeeded: 'succeeded', // documented
  failed: 'failed', // documented
  cancelled: 'canceled', // documented
  expired: 'failed', // documented
  moderation_rejected: 'failed', // documented
};
