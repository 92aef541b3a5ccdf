import { inputRules, optional, required } from '../../../contract/inputRules.js';
import type { JobKind, JobVerb } from '../../../contract/JobKind.js';
import { creatifyKind, pathOf } from '../creatifyKind.js';
import { listAt, searchAt } from '../jobLists.js';
import type { RenderInput } from '../Preview.js';
import { previewOf, renderAt, waitsForRender } from '../Preview.js';
import { uuid, webhookUrl } from '../sharedFields.js';
import { LISTED_PHASES } from '../status.js';
import type { PreviewListInput } from './LinkToVideoInput.js';
import { linkToVideoInputIssues, previewListInputIssues } from './LinkToVideoInput.js';
import type { LinkToVideoOutput, LinkToVideoPreview } from './LinkToVideoOutput.js';
import {
  hasPreview,
  LinkToVideoBody,
  linkToVideoAssets,
  linkToVideoOutput,
  linkToVideoPreview,
} from './LinkToVideoOutput.js';

const PATH = '/api/link_to_videos/';

/**
 * Videos of a product's page. 5 credits for every 30 seconds, or by the model.
 *
 * @see https://docs.creatify.ai/api-documentation/url-to-video/link-to-video (read 2026-11-22)
 * @since 0.1.0
 */
export const linkToVideos = creatifyKind(PATH, {
  kind: 'linkToVideos',
  search: searchAt(PATH),
  check: linkToVideoInputIssues,
  goesOn: true,
  codec: LinkToVideoBody,
  phases: LISTED_PHASES,
  awaits: (body) => waitsForRender(body, hasPreview(body)),
  output: linkToVideoOutput,
  preview: linkToVideoPreview,
  actions: ['render', 'renderSinglePreview'],
  assets: linkToVideoAssets,
});

/**
 * The preview of such a video: 1 credit for every 30 seconds.
 *
 * @see https://docs.creatify.ai/api-documentation/url-to-video/link-to-video (read 2026-11-22)
 * @since 0.1.0
 */
export const linkToVideosPreview = previewOf(linkToVideos, `${PATH}preview/`);

/**
 * Several previews at once. One page has them cost 1 credit for every 30 seconds together, another for
 * each preview.
 *
 * @see https://docs.creatify.ai/api-reference/link_to_videos/post-apilink_to_videos_preview_list_aysnc (read 2026-11-22)
 * @since 0.1.0
 */
export const linkToVideosPreviewList: JobKind<
  PreviewListInput,
  LinkToVideoBody,
  LinkToVideoOutput,
  LinkToVideoPreview
> = {
  ...previewOf(linkToVideos, `${PATH}preview_list_async/`),
  check: previewListInputIssues,
};

/** Renders a previewed video. @since 0.1.0 */
export const renderLinkToVideo = renderAt(PATH);

/** Which preview is rendered. @since 0.1.0 */
export interface RenderSinglePreviewInput extends RenderInput {
  /** The `media_job` of one of the `previews`. */
  readonly media_job: string;
}

/**
 * Renders one of several previews. Paid: 4 credits for every 30 seconds, or by the model.
 *
 * @see https://docs.creatify.ai/api-documentation/url-to-video/preview-list (read 2026-11-22)
 * @since 0.1.0
 */
export const renderSinglePreview: JobVerb<RenderSinglePreviewInput> = {
  name: 'renderSinglePreview',
  check: inputRules<RenderSinglePreviewInput>({
    media_job: required(uuid),
    webhook_url: optional(webhookUrl),
  }),
  request: (id, input) => ({
    method: 'POST',
    path: `${pathOf(PATH, id)}render_single_preview/`,
    json: input,
  }),
  paid: true,
  goesOn: true,
};

/**
 * Lists videos of links; that it takes `ids` is inferred.
 *
 * @see https://docs.creatify.ai/api-documentation/url-to-video/link-to-video (read 2026-11-22)
 * @since 0.1.0
 */
export const linkToVideosList = listAt(PATH);
