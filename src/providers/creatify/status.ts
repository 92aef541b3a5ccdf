import type { Phase } from '../../model/Phase.js';

// Creatify has no one list of words: each family documents its own, some of them none.

/**
 * The words of most videos.
 *
 * @see https://docs.creatify.ai/api-reference/aurora/get-aurora (read 2026-11-22)
 * @since 0.1.0
 */
export type MediaStatus = 'pending' | 'in_queue' | 'running' | 'failed' | 'done' | 'rejected';

/**
 * What each word means where the page lists all six: aurora, AI shorts, AI editing and jobs of custom
 * templates. No page says when `rejected` is used; its name says that nothing will come.
 *
 * @since 0.1.0
 */
export const MEDIA_PHASES: Readonly<Record<MediaStatus, Phase>> = {
  pending: 'queued', // documented
  in_queue: 'queued', // documented
  running: 'running', // documented
  done: 'succeeded', // documented
  failed: 'failed', // documented
  rejected: 'failed', // documented
};

/**
 * Where the status is plain text, and the text on webhooks lists five words: lipsyncs, videos of links,
 * speech.
 *
 * @see https://docs.creatify.ai/api-reference/lipsyncs_v2/post-apilipsyncs (read 2026-11-22)
 * @since 0.1.0
 */
export const LISTED_PHASES: Readonly<Record<MediaStatus, Phase>> = {
  ...MEDIA_PHASES,
  rejected: 'failed', // inferred
};

/**
 * Where no list could be read, and the words of the other videos are expected: clones of ads and
 * interactive ads.
 *
 * @since 0.1.0
 */
export const EXPECTED_PHASES: Readonly<Record<MediaStatus, Phase>> = {
  pending: 'queued', // inferred
  in_queue: 'queued', // inferred
  running: 'running', // inferred
  done: 'succeeded', // inferred
  failed: 'failed', // inferred
  rejected: 'failed', // inferred
};

/**
 * Boreal and inspirations: their pages poll until `done`, and name no other word.
 *
 * @see https://docs.creatify.ai/api-documentation/boreal/boreal (read 2026-11-22)
 * @since 0.1.0
 */
export const UNTIL_DONE_PHASES: Readonly<Record<MediaStatus, Phase>> = {
  ...EXPECTED_PHASES,
  done: 'succeeded', // documented
};

/**
 * Scripts: the example is `pending`, and no other word could be read.
 *
 * @see https://docs.creatify.ai/api-reference/ai-scripts (read 2026-11-22)
 * @since 0.1.0
 */
export const SCRIPT_PHASES: Readonly<Record<MediaStatus, Phase>> = {
  ...EXPECTED_PHASES,
  pending: 'queued', // documented
};

/**
 * Banner images: five words, no `rejected`.
 *
 * @see https://docs.creatify.ai/api-reference/iab-images/get-iab-images- (read 2026-11-22)
 * @since 0.1.0
 */
export const IAB_IMAGE_PHASES: Readonly<Record<Exclude<MediaStatus, 'rejected'>, Phase>> = {
  pending: 'queued', // documented
  in_queue: 'queued', // documented
  running: 'running', // documented
  done: 'succeeded', // documented
  failed: 'failed', // documented
};

/** The words of a product video, which is an image first. @since 0.1.0 */
export type ProductVideoStatus =
  | 'initializing'
  | 'image_generating'
  | 'image_generated'
  | 'video_generating'
  | 'video_generated'
  | 'failed';

/**
 * Product videos: `image_generated` waits until a video is asked for.
 *
 * @see https://docs.creatify.ai/api-documentation/product-to-video/product-to-video (read 2026-11-22)
 * @since 0.1.0
 */
export const PRODUCT_VIDEO_PHASES: Readonly<Record<ProductVideoStatus, Phase>> = {
  initializing: 'queued', // documented
  image_generating: 'running', // documented
  image_generated: 'needs-action', // documented
  video_generating: 'running', // documented
  video_generated: 'succeeded', // documented
  failed: 'failed', // documented
};

/** The words of what the asset generator makes. @since 0.1.0 */
export type AssetStatus = 'initializing' | 'generating' | 'done' | 'failed';

/**
 * Generated assets.
 *
 * @see https://docs.creatify.ai/api-reference/ai-generation/get-ai-generation- (read 2026-11-22)
 * @since 0.1.0
 */
export const ASSET_PHASES: Readonly<Record<AssetStatus, Phase>> = {
  initializing: 'queued', // documented
  generating: 'running', // documented
  done: 'succeeded', // documented
  failed: 'failed', // documented
};

/** The words of generated text. @since 0.1.0 */
export type TextStatus = 'pending' | 'running' | 'done' | 'failed';

/**
 * Generated text.
 *
 * @see https://docs.creatify.ai/api-reference/text-generator/post-text-generator-hp (read 2026-11-22)
 * @since 0.1.0
 */
export const TEXT_PHASES: Readonly<Record<TextStatus, Phase>> = {
  pending: 'queued', // documented
  running: 'running', // documented
  done: 'succeeded', // documented
  failed: 'failed', // documented
};
