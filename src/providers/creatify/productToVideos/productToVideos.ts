import type { TypeOf } from 'io-ts';
import { assetOf } from '../../../contract/assetOf.js';
import type { JobKind } from '../../../contract/JobKind.js';
import { webUrl } from '../../../contract/lenient.js';
import { pickFields } from '../../../contract/pickFields.js';
import { creatifyKind } from '../creatifyKind.js';
import { jobBody } from '../JobBody.js';
import { listAt, lookManyAt, searchAt } from '../jobLists.js';
import { PRODUCT_VIDEO_PHASES } from '../status.js';
import type { ProductVideoInput } from './ProductVideoInput.js';
import { productVideoInputIssues } from './ProductVideoInput.js';

/** Where product videos are. @since 0.1.0 */
export const PRODUCT_VIDEOS = '/api/product_to_videos/';

/**
 * The body of a product video; its URLs are empty text before they are there, and it has neither
 * progress nor credits.
 *
 * @see https://docs.creatify.ai/api-reference/product_to_video/post-apiproduct_to_videos-gen_image (read 2026-11-22)
 * @since 0.1.0
 */
export const ProductVideoBody = jobBody('a product video', {
  generated_photo_url: webUrl,
  generated_video_url: webUrl,
});

/** What {@link ProductVideoBody} decodes to. @since 0.1.0 */
export type ProductVideoBody = TypeOf<typeof ProductVideoBody>;

/** The picture that a product video begins with. @since 0.1.0 */
export interface ProductVideoPreview {
  /** URL of the picture. */
  readonly generated_photo_url?: string;
}

/** A finished product video. @since 0.1.0 */
export interface ProductVideoOutput extends ProductVideoPreview {
  /** URL of the video. */
  readonly generated_video_url: string;
}

/**
 * Videos of a product in two steps: a picture, which waits for a decision, then the video. The picture
 * costs 2 credits (1 on another page), the video 10 for every 30 seconds.
 *
 * @see https://docs.creatify.ai/api-documentation/product-to-video/product-to-video (read 2026-11-22)
 * @since 0.1.0
 */
export const productToVideos: JobKind<
  ProductVideoInput,
  ProductVideoBody,
  ProductVideoOutput,
  ProductVideoPreview
> = creatifyKind(PRODUCT_VIDEOS, {
  kind: 'productToVideos',
  search: searchAt(PRODUCT_VIDEOS),
  check: productVideoInputIssues,
  submit: (input) => ({ method: 'POST', path: `${PRODUCT_VIDEOS}gen_image/`, json: input }),
  lookMany: lookManyAt(PRODUCT_VIDEOS),
  codec: ProductVideoBody,
  phases: PRODUCT_VIDEO_PHASES,
  output: (body) =>
    body.generated_video_url === undefined
      ? undefined
      : {
          generated_video_url: body.generated_video_url,
          ...pickFields(body, 'generated_photo_url'),
        },
  preview: (body) => pickFields(body, 'generated_photo_url'),
  actions: ['genVideo', 'regenImage'],
  assets: ({ generated_photo_url, generated_video_url }) => [
    ...assetOf(generated_video_url, 'video', 'generated_video_url'),
    ...assetOf(generated_photo_url, 'image', 'generated_photo_url'),
  ],
});

/**
 * Lists product videos.
 *
 * @see https://docs.creatify.ai/api-reference/product_to_video/get-apiproduct_to_videos (read 2026-11-22)
 * @since 0.1.0
 */
export const productToVideosList = listAt(PRODUCT_VIDEOS);
