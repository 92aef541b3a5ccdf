import { inputRules, optional, required } from '../../../contract/inputRules.js';
import { orNull, webUrl, wordLike } from '../../../contract/valueRules.js';
import { creatifyKind } from '../creatifyKind.js';
import { listAt, searchAt } from '../jobLists.js';
import type { CreatifyAspectRatio } from '../sharedFields.js';
import { aspectRatio, uuid, webhookUrl } from '../sharedFields.js';
import { EXPECTED_PHASES } from '../status.js';
import { VIDEO_COLUMNS } from '../VideoOutput.js';

const PATH = '/api/ads_clone/';

/**
 * An ad that is to be made anew for another product.
 *
 * @see https://docs.creatify.ai/api-documentation/ad-clone/ad-clone (read 2026-11-22)
 * @since 0.1.0
 */
export interface AdsCloneInput {
  /** Id of the product's link, which has at least one picture, as `links.create` gives it. */
  readonly link: string;
  /** URL of the ad to follow. */
  readonly video_url: string;
  /** Closed: `9x16`, `16x9` or `1x1`. @defaultValue `'9x16'`, at Creatify */
  readonly aspect_ratio?: CreatifyAspectRatio;
  /** Such as `en`; null keeps the ad's own. Open: Creatify adds to them. */
  readonly language?: string | null;
  /** Where Creatify is to report changes of the status: http(s), at most 200 characters. */
  readonly webhook_url?: string | null;
}

/**
 * Ads after the pattern of another ad.
 *
 * @see https://docs.creatify.ai/api-documentation/ad-clone/ad-clone (read 2026-11-22)
 * @since 0.1.0
 */
export const adsClone = creatifyKind(PATH, {
  ...VIDEO_COLUMNS,
  kind: 'adsClone',
  search: searchAt(PATH),
  check: inputRules<AdsCloneInput>({
    link: required(uuid),
    video_url: required(webUrl()),
    aspect_ratio: optional(aspectRatio),
    language: optional(orNull(wordLike('en'))),
    webhook_url: optional(webhookUrl),
  }),
  phases: EXPECTED_PHASES,
});

/** Lists such ads; that it takes `ids` is inferred. @since 0.1.0 */
export const adsCloneList = listAt(PATH);
