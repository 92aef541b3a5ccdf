import type { TypeOf } from 'io-ts';
import { assetOf } from '../../../contract/assetOf.js';
import { filled, listOf, numeric, text, webUrl } from '../../../contract/lenient.js';
import { lenientBody } from '../../../contract/lenientBody.js';
import { pickFields } from '../../../contract/pickFields.js';
import type { Asset } from '../../../model/Asset.js';
import { jobBody } from '../JobBody.js';
import type { VideoPreview } from '../Preview.js';
import type { VideoOutput } from '../VideoOutput.js';
import { VIDEO_FIELDS, videoAssets, videoFacts } from '../VideoOutput.js';

const OF_ONE = { media_job: filled, visual_style: filled, aspect_ratio: filled, duration: numeric };

const VideoOfLinkBody = lenientBody(
  'a video of a link',
  {},
  {
    ...OF_ONE,
    video_output: webUrl,
    video_thumbnail: webUrl,
    status: filled,
    progress: numeric,
    failed_reason: text,
  },
);

/** One preview of several; `renderSinglePreview` takes its `media_job`. @since 0.1.0 */
export const PreviewOfLinkBody = lenientBody(
  'a preview of a link',
  {},
  { ...OF_ONE, url: webUrl, editor_url: webUrl },
);

/**
 * The body of a link's video; its progress comes as text, that of its `outputs` as a number.
 *
 * @see https://docs.creatify.ai/api-documentation/url-to-video/link-to-video (read 2026-11-22)
 * @since 0.1.0
 */
export const LinkToVideoBody = jobBody('videos of a link', {
  ...VIDEO_FIELDS,
  video_output: webUrl,
  outputs: listOf(VideoOfLinkBody),
  previews: listOf(PreviewOfLinkBody),
});

/** What {@link LinkToVideoBody} decodes to. @since 0.1.0 */
export type LinkToVideoBody = TypeOf<typeof LinkToVideoBody>;

/** One of a link's videos. @since 0.1.0 */
export interface VideoOfLink {
  /** What names this one among them; `renderSinglePreview` takes that of a preview. */
  readonly media_job?: string;
  readonly visual_style?: string;
  readonly aspect_ratio?: string;
  /** Seconds. */
  readonly duration?: number;
  /** URL of the video, once it is there. */
  readonly video_output?: string;
  /** URL of a picture of the video. */
  readonly video_thumbnail?: string;
  readonly status?: string;
  /** On no documented scale. */
  readonly progress?: number;
  readonly failed_reason?: string;
}

/** One of a link's previews. @since 0.1.0 */
export interface PreviewOfLink {
  /** What `renderSinglePreview` takes. */
  readonly media_job?: string;
  readonly visual_style?: string;
  readonly aspect_ratio?: string;
  /** Seconds. */
  readonly duration?: number;
  /** URL of a page that plays the preview, for an iframe. */
  readonly url?: string;
  readonly editor_url?: string;
}

/** The finished video of a link. @since 0.1.0 */
export interface LinkToVideoOutput extends VideoOutput {
  /** Every video that was made, where Creatify tells; `video_output` is the first that is there. */
  readonly outputs?: readonly VideoOfLink[];
}

/** What there is to judge before a link's video is rendered: one preview, or several. @since 0.1.0 */
export interface LinkToVideoPreview extends VideoPreview {
  /** One for each style and shape, where a list of them was asked for. */
  readonly previews?: readonly PreviewOfLink[];
}

/** The video: after a render of one preview it may stand in `outputs` alone (inferred). */
const videoIn = ({ video_output, outputs = [] }: LinkToVideoBody): string | undefined =>
  video_output ?? outputs.find((one) => one.video_output !== undefined)?.video_output;

/** The video in a body; `undefined` as long as none is there. @since 0.1.0 */
export function linkToVideoOutput(body: LinkToVideoBody): LinkToVideoOutput | undefined {
  const video_output = videoIn(body);
  if (video_output === undefined) return undefined;
  return { video_output, ...videoFacts(body), ...pickFields(body, 'outputs') };
}

/** Whether there is a preview to look at, or one of several; an entry without a URL is none yet. @since 0.1.0 */
export const hasPreview = ({ preview, previews = [] }: LinkToVideoBody): boolean =>
  preview !== undefined || previews.some(({ url }) => url !== undefined);

/** The previews in a body. @since 0.1.0 */
export const linkToVideoPreview = (body: LinkToVideoBody): LinkToVideoPreview =>
  pickFields(body, 'preview', 'editor_url', 'previews');

/** The files in a body, each once. @since 0.1.0 */
export function linkToVideoAssets(body: LinkToVideoBody): readonly Asset[] {
  const { outputs = [], previews = [] } = body;
  const all = [
    ...videoAssets(body, body.video_output, 'video_output'),
    ...outputs.flatMap((one) => videoAssets(one, one.video_output, 'video_output')),
    ...previews.flatMap(({ url }) => assetOf(url, 'other', 'previews')),
  ];
  return all.filter(({ url }, index) => all.findIndex((other) => other.url === url) === index);
}
