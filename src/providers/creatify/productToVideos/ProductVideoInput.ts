import { inputRules, optional, required } from '../../../contract/inputRules.js';
import { orNull, text, webUrl, wordLike } from '../../../contract/valueRules.js';
import type { CreatifyAspectRatio } from '../sharedFields.js';
import { aspectRatio, uuid, webhookUrl } from '../sharedFields.js';

/**
 * The picture of a product that a video begins with.
 *
 * @see https://docs.creatify.ai/api-reference/product_to_video/post-apiproduct_to_videos-gen_image (read 2026-11-22)
 * @since 0.1.0
 */
export interface ProductVideoInput {
  /** URL of a picture of the product, at most 200 characters. */
  readonly product_url: string;
  /** Open: the pages that could be read name these two of more. @defaultValue `'product_anyshot'`, at Creatify */
  readonly type?: 'product_anyshot' | 'product_avatar' | (string & {});
  /** What the picture is to show. */
  readonly image_prompt?: string | null;
  /** Closed: `9x16`, `16x9` or `1x1`. */
  readonly aspect_ratio?: CreatifyAspectRatio;
  /** Id of an avatar, of `personas.list`. */
  readonly override_avatar?: string | null;
  /** URL of a picture of the product in use, at most 200 characters. */
  readonly product_showcase_url?: string | null;
  /** Where Creatify is to report the end: http(s), at most 200 characters. */
  readonly webhook_url?: string | null;
}

/** The rules of {@link ProductVideoInput}. @since 0.1.0 */
export const productVideoInputIssues = inputRules<ProductVideoInput>({
  product_url: required(webUrl({ max: 200 })),
  type: optional(wordLike('product_anyshot', 'product_avatar')),
  image_prompt: optional(orNull(text())),
  aspect_ratio: optional(aspectRatio),
  override_avatar: optional(orNull(uuid)),
  product_showcase_url: optional(orNull(webUrl({ max: 200 }))),
  webhook_url: optional(webhookUrl),
});

/**
 * How the picture is to move.
 *
 * @see https://docs.creatify.ai/api-reference/product_to_video/post-apiproduct_to_videos-gen_video (read 2026-11-22)
 * @since 0.1.0
 */
export interface GenVideoInput {
  /** Such as `talking`. Open: a style. */
  readonly motion_style?: string | null;
  /** What is to happen. */
  readonly video_prompt?: string | null;
  /** Where Creatify is to report the end: http(s), at most 200 characters. */
  readonly webhook_url?: string | null;
}

/** The rules of {@link GenVideoInput}. @since 0.1.0 */
export const genVideoInputIssues = inputRules<GenVideoInput>({
  motion_style: optional(orNull(wordLike('talking'))),
  video_prompt: optional(orNull(text())),
  webhook_url: optional(webhookUrl),
});

/**
 * What is to be otherwise in a picture that is made again.
 *
 * @see https://docs.creatify.ai/api-reference/product_to_video/post-apiproduct_to_videos-regen_image (read 2026-11-22)
 * @since 0.1.0
 */
export interface RegenImageInput {
  /** What the picture is to show. */
  readonly image_prompt?: string | null;
  /** Where Creatify is to report the end: http(s), at most 200 characters. */
  readonly webhook_url?: string | null;
}

/** The rules of {@link RegenImageInput}. @since 0.1.0 */
export const regenImageInputIssues = inputRules<RegenImageInput>({
  image_prompt: optional(orNull(text())),
  webhook_url: optional(webhookUrl),
});
