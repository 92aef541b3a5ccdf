import type { TypeOf } from 'io-ts';
import { assetOf } from '../../../contract/assetOf.js';
import { inputRules, optional, required } from '../../../contract/inputRules.js';
import { filled, listOf as lenientList, webUrl } from '../../../contract/lenient.js';
import { lenientBody } from '../../../contract/lenientBody.js';
import { pickFields } from '../../../contract/pickFields.js';
import { listOf, numberFrom, orNull, text } from '../../../contract/valueRules.js';
import { creatifyKind } from '../creatifyKind.js';
import { jobBody } from '../JobBody.js';
import { listAt, lookManyAt, searchAt } from '../jobLists.js';
import { uuid, webhookUrl } from '../sharedFields.js';
import { EXPECTED_PHASES } from '../status.js';

/** Where interactive ads are. @since 0.1.0 */
export const INTERACTIVE_ADS = '/api/html_interactive_ads/';

/**
 * The product, and the styles of its ads.
 *
 * @see https://docs.creatify.ai/api-reference/html-interactive-ads/post-html-interactive-ads (read 2026-11-22)
 * @since 0.1.0
 */
export interface HtmlInteractiveAdsInput {
  /** Id of the product's link, which has a title and at least one picture. */
  readonly link: string;
  /** Of `htmlInteractiveAds.styles`, at least one: an ad for each. */
  readonly style_ids: readonly string[];
  /** What is on offer. */
  readonly promotion_info?: string | null;
  /** What else is to be thought of. */
  readonly custom_prompt?: string | null;
  /** The largest file, in megabytes. @defaultValue 5, at Creatify */
  readonly max_size_mb?: number | null;
  /** Where Creatify is to report the end: http(s), at most 200 characters. */
  readonly webhook_url?: string | null;
}

const AdBody = lenientBody('an ad', {}, { style: filled, status: filled, url: webUrl });

/**
 * One ad. The page speaks of its style, its status and the URL of its file; that the fields are called
 * so is inferred, and `raw` has them as they came.
 *
 * @since 0.1.0
 */
export interface HtmlInteractiveAd {
  /** The style that it was made in. */
  readonly style?: string;
  /** How this one is, in Creatify's word. */
  readonly status?: string;
  /** URL of the HTML file. */
  readonly url?: string;
}

/** Finished ads; some of them may have failed. @since 0.1.0 */
export interface HtmlInteractiveAdsOutput {
  /** One for each style that was asked for. */
  readonly ads: readonly HtmlInteractiveAd[];
  /** What they cost, in Creatify's credits: 10 for each that succeeded. */
  readonly credits_used?: number;
}

/** The body of ads. @since 0.1.0 */
export const HtmlInteractiveAdsBody = jobBody('interactive ads', { ads: lenientList(AdBody) });

/** What {@link HtmlInteractiveAdsBody} decodes to. @since 0.1.0 */
export type HtmlInteractiveAdsBody = TypeOf<typeof HtmlInteractiveAdsBody>;

/**
 * Playable ads: one HTML file for each style.
 *
 * @see https://docs.creatify.ai/api-reference/html-interactive-ads/get-html-interactive-ads- (read 2026-11-22)
 * @since 0.1.0
 */
export const htmlInteractiveAds = creatifyKind(INTERACTIVE_ADS, {
  kind: 'htmlInteractiveAds',
  search: searchAt(INTERACTIVE_ADS),
  check: inputRules<HtmlInteractiveAdsInput>({
    link: required(uuid),
    style_ids: required(listOf(text({ min: 1 }), { min: 1 })),
    promotion_info: optional(orNull(text())),
    custom_prompt: optional(orNull(text())),
    max_size_mb: optional(orNull(numberFrom(0))),
    webhook_url: optional(webhookUrl),
  }),
  lookMany: lookManyAt(INTERACTIVE_ADS),
  codec: HtmlInteractiveAdsBody,
  phases: EXPECTED_PHASES,
  output: (body): HtmlInteractiveAdsOutput | undefined => {
    const { ads = [] } = body;
    return ads.length === 0 ? undefined : { ads, ...pickFields(body, 'credits_used') };
  },
  assets: ({ ads = [] }) => ads.flatMap(({ url }) => assetOf(url, 'other', 'ads')),
});

/** Lists requests for ads. @since 0.1.0 */
export const htmlInteractiveAdsList = listAt(INTERACTIVE_ADS);
