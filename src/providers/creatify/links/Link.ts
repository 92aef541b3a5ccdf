import { filled, listOf, text, vendorId } from '../../../contract/lenient.js';
import { lenientBody } from '../../../contract/lenientBody.js';

/** What Creatify knows of a product's page. @since 0.1.0 */
export interface LinkContent {
  /** The page. */
  readonly url?: string;
  readonly title?: string;
  readonly description?: string;
  readonly image_urls?: readonly string[];
  readonly video_urls?: readonly string[];
  readonly logo_url?: string;
  /** What a model makes of it. */
  readonly ai_summary?: string;
}

/**
 * A link: a product's page, as videos and ads are made of it.
 *
 * @see https://docs.creatify.ai/api-documentation/html-interactive-ads/html-interactive-ads (read 2026-11-22)
 * @since 0.1.0
 */
export interface CreatifyLink {
  /** What the field `link` of other inputs takes: the outer id of the answer. */
  readonly id: string;
  /** The page. */
  readonly url?: string;
  /** What Creatify knows of it. */
  readonly link?: LinkContent;
}

const Content = lenientBody(
  'what a link holds',
  {},
  {
    url: filled,
    title: text,
    description: text,
    image_urls: listOf(filled),
    video_urls: listOf(filled),
    logo_url: filled,
    ai_summary: text,
  },
);

/**
 * The answer of a create, a look and a list's item: `{ id, link: { id, … } }`. The inner id, which no
 * input takes, is left out, so that the two are not taken for each other.
 *
 * @see https://docs.creatify.ai/api-reference/links/post-apilinks (read 2026-11-22)
 * @since 0.1.0
 */
export const LinkBody = lenientBody('a link', { id: vendorId }, { url: filled, link: Content });

/**
 * The answer of an update: the content alone.
 *
 * @see https://docs.creatify.ai/api-reference/links/put-apilinks- (read 2026-11-22)
 * @since 0.1.0
 */
export const LinkContentBody = Content;
