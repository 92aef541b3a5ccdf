import { numeric, text } from '../../contract/lenient.js';
import { lenientBody } from '../../contract/lenientBody.js';
import type { VendorCall } from '../../contract/VendorCall.js';
import { ESTIMATE_POST } from './buckets.js';
import { errorOf } from './errorOf.js';
import type { ImageInput } from './ImageInput.js';
import { imageInputIssues } from './ImageInput.js';
import type { VideoInput } from './VideoInput.js';
import { videoInputIssues } from './VideoInput.js';

/** What parts of a cost are for. @since 0.1.0 */
export interface CostBreakdown {
  /** The generation itself. */
  readonly base?: number;
  /** Rewriting the prompt. */
  readonly enhance?: number;
}

/** What a create would cost. @since 0.1.0 */
export interface CostEstimate {
  /** In all, and by its parts. */
  readonly estimated_cost: { readonly amount: number; readonly breakdown?: CostBreakdown };
  /** `credit`. */
  readonly currency?: string;
}

const Estimate = lenientBody(
  'an estimate',
  {
    estimated_cost: lenientBody(
      'a cost',
      { amount: numeric },
      { breakdown: lenientBody('a breakdown', {}, { base: numeric, enhance: numeric }) },
    ),
  },
  { currency: text },
);

/**
 * What an image would cost: the same rules as a create, but nothing is made.
 *
 * @see https://docs.aurous-labs.com/api-reference/public-api-v1/estimate-the-credit-cost-of-an-image-generation
 * (read 2026-11-22)
 * @since 0.1.0
 */
export const estimateImage: VendorCall<ImageInput, CostEstimate> = {
  name: 'images.estimate',
  check: imageInputIssues,
  request: (input) => ({ method: 'POST', path: '/v1/images/estimate', json: input }),
  answer: Estimate,
  errorOf,
  bucket: ESTIMATE_POST,
};

/**
 * What a video would cost: the same rules as a create, but nothing is made.
 *
 * @see https://docs.aurous-labs.com/api-reference/public-api-v1/estimate-the-credit-cost-of-a-video-generation
 * (read 2026-11-22)
 * @since 0.1.0
 */
export const estimateVideo: VendorCall<VideoInput, CostEstimate> = {
  name: 'videos.estimate',
  check: videoInputIssues,
  request: (input) => ({ method: 'POST', path: '/v1/videos/estimate', json: input }),
  answer: Estimate,
  errorOf,
  bucket: ESTIMATE_POST,
};
