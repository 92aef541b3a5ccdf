import type { TypeOf } from 'io-ts';
import { assetOf } from '../../../contract/assetOf.js';
import { inputRules, optional, required } from '../../../contract/inputRules.js';
import { filled, listOf, text, webUrl } from '../../../contract/lenient.js';
import { lenientBody } from '../../../contract/lenientBody.js';
import { pickFields } from '../../../contract/pickFields.js';
import { webUrl as webUrlRule } from '../../../contract/valueRules.js';
import { creatifyKind } from '../creatifyKind.js';
import { jobBody } from '../JobBody.js';
import { listAt, searchAt } from '../jobLists.js';
import { webhookUrl } from '../sharedFields.js';
import { IAB_IMAGE_PHASES } from '../status.js';

const PATH = '/api/iab_images/';

/**
 * The picture that banners are made of.
 *
 * @see https://docs.creatify.ai/api-reference/iab-images/post-iab-images (read 2026-11-22)
 * @since 0.1.0
 */
export interface IabImagesInput {
  /** URL of the picture: `png`, `jpg`, `jpeg` or `webp`. */
  readonly image: string;
  /** Where Creatify is to report the end: http(s), at most 200 characters. */
  readonly webhook_url?: string | null;
}

const BannerBody = lenientBody(
  'a banner',
  { url: webUrl },
  { name: filled, size: text, type: filled },
);

/** One banner. @since 0.1.0 */
export interface IabImage {
  /** URL of the picture. */
  readonly url: string;
  readonly name?: string;
  readonly size?: string;
  readonly type?: string;
}

/** Finished banners, in the sizes of the IAB. @since 0.1.0 */
export interface IabImagesOutput {
  /** The banners, one for each size. */
  readonly output: readonly IabImage[];
  /** What they cost, in Creatify's credits. */
  readonly credits_used?: number;
}

/** The body of banners. @since 0.1.0 */
export const IabImagesBody = jobBody('banners', { output: listOf(BannerBody) });

/** What {@link IabImagesBody} decodes to. @since 0.1.0 */
export type IabImagesBody = TypeOf<typeof IabImagesBody>;

/**
 * Banners in the sizes of the IAB, of one picture. 2 credits for each request.
 *
 * @see https://docs.creatify.ai/api-reference/iab-images/get-iab-images- (read 2026-11-22)
 * @since 0.1.0
 */
export const iabImages = creatifyKind(PATH, {
  kind: 'iabImages',
  search: searchAt(PATH),
  check: inputRules<IabImagesInput>({
    image: required(webUrlRule()),
    webhook_url: optional(webhookUrl),
  }),
  codec: IabImagesBody,
  phases: IAB_IMAGE_PHASES,
  output: (body): IabImagesOutput | undefined => {
    const { output = [] } = body;
    return output.length === 0 ? undefined : { output, ...pickFields(body, 'credits_used') };
  },
  assets: ({ output = [] }) => output.flatMap(({ url }) => assetOf(url, 'image', 'output')),
});

/** Lists banners; that it takes `ids` is inferred. @since 0.1.0 */
export const iabImagesList = listAt(PATH);
