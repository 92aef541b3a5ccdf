import type { FieldRules } from '../../../contract/inputRules.js';
import { inputRules, optional, required } from '../../../contract/inputRules.js';
import { listOf, orNull, text, webUrl } from '../../../contract/valueRules.js';
import type { Rule } from '../../../contract/inputRules.js';

/** The page that Creatify is to read. @since 0.1.0 */
export interface LinkInput {
  /** URL of a product's page. */
  readonly url: string;
}

/**
 * A product in one's own words and pictures.
 *
 * @see https://docs.creatify.ai/api-reference/links/post-apilink_with_params (read 2026-11-22)
 * @since 0.1.0
 */
export interface LinkParams {
  /** At most 1,000 characters. */
  readonly title?: string | null;
  readonly description?: string | null;
  /** URLs of pictures; at least 3 where there are no videos. */
  readonly image_urls?: readonly string[];
  /** URLs of videos. */
  readonly video_urls?: readonly string[];
  /** At most 200 characters. */
  readonly logo_url?: string | null;
  /** What buyers say; the page takes anything. */
  readonly reviews?: unknown;
}

/**
 * What is to be otherwise in a link.
 *
 * @see https://docs.creatify.ai/api-reference/links/put-apilinks- (read 2026-11-22)
 * @since 0.1.0
 */
export interface LinkChanges extends LinkParams {
  /** The page, at most 1,000 characters. */
  readonly url?: string | null;
}

const anything: Rule = { must: 'anything', check: () => [] };

/** The rules of {@link LinkParams}. @since 0.1.0 */
export const linkParams: FieldRules<LinkParams> = {
  title: optional(orNull(text({ max: 1_000 }))),
  description: optional(orNull(text())),
  image_urls: optional(listOf(webUrl())),
  video_urls: optional(listOf(webUrl())),
  logo_url: optional(orNull(webUrl({ max: 200 }))),
  reviews: optional(anything),
};

const isFilled = (value: unknown, least: number): boolean =>
  Array.isArray(value) && value.length >= least;

/** The rules of {@link LinkParams}: videos, or three pictures. @since 0.1.0 */
export const linkParamsIssues = inputRules<LinkParams>(linkParams, (fields) =>
  isFilled(fields['video_urls'], 1) || isFilled(fields['image_urls'], 3)
    ? []
    : [{ path: 'image_urls', message: 'must be at least 3 where there are no video_urls' }],
);

/** The rules of {@link LinkInput}. @since 0.1.0 */
export const linkInputIssues = inputRules<LinkInput>({ url: required(webUrl()) });
