import type { JobVerb } from '../../../contract/JobKind.js';
import { pathOf } from '../creatifyKind.js';
import type { GenVideoInput, RegenImageInput } from './ProductVideoInput.js';
import { genVideoInputIssues, regenImageInputIssues } from './ProductVideoInput.js';
import { PRODUCT_VIDEOS } from './productToVideos.js';

type Verb = 'gen_video' | 'regen_image' | 'regen_video';

const verbAt = (verb: Verb) => (id: string, input: object) => ({
  method: 'POST' as const,
  path: `${pathOf(PRODUCT_VIDEOS, id)}${verb}/`,
  json: { ...input },
});

/**
 * Makes the video of a picture that was generated. Paid: 10 credits for every 30 seconds.
 *
 * @see https://docs.creatify.ai/api-reference/product_to_video/post-apiproduct_to_videos-gen_video (read 2026-11-22)
 * @since 0.1.0
 */
export const genVideo: JobVerb<GenVideoInput> = {
  name: 'genVideo',
  check: genVideoInputIssues,
  request: verbAt('gen_video'),
  paid: true,
  goesOn: true,
};

/**
 * Makes another picture, as a job of its own. Paid as the first one.
 *
 * @see https://docs.creatify.ai/api-reference/product_to_video/post-apiproduct_to_videos-regen_image (read 2026-11-22)
 * @since 0.1.0
 */
export const regenImage: JobVerb<RegenImageInput> = {
  name: 'regenImage',
  check: regenImageInputIssues,
  request: verbAt('regen_image'),
  paid: true,
  makesJob: true,
};

/**
 * Makes another video of the same picture, as a job of its own. Paid as the first one. That it takes
 * what `genVideo` takes is inferred.
 *
 * @see https://docs.creatify.ai/api-documentation/product-to-video/product-to-video (read 2026-11-22)
 * @since 0.1.0
 */
export const regenVideo: JobVerb<GenVideoInput> = {
  name: 'regenVideo',
  check: genVideoInputIssues,
  request: verbAt('regen_video'),
  paid: true,
  makesJob: true,
  goesOn: true,
};
