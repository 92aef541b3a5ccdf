import type { TypeOf } from 'io-ts';
import { assetOf } from '../../contract/assetOf.js';
import { filled, numeric, webUrl } from '../../contract/lenient.js';
import { pickFields } from '../../contract/pickFields.js';
import type { Asset } from '../../model/Asset.js';
import { jobBody } from './JobBody.js';

/** What the bodies of all videos may have beside the video itself. @since 0.1.0 */
export const VIDEO_FIELDS = {
  video_thumbnail: webUrl,
  duration: numeric,
  preview: webUrl,
  editor_url: webUrl,
  media_job: filled,
};

/**
 * The body of a video whose URL stands in `video_output`.
 *
 * @see https://docs.creatify.ai/api-reference/aurora/get-aurora (read 2026-11-22)
 * @since 0.1.0
 */
export const VideoBody = jobBody('a video', { ...VIDEO_FIELDS, video_output: webUrl });

/** What {@link VideoBody} decodes to. @since 0.1.0 */
export type VideoBody = TypeOf<typeof VideoBody>;

/** What Creatify tells of a finished video beside its URL; absent where a family has none. @since 0.1.0 */
export interface VideoFacts {
  /** URL of a picture of the video. */
  readonly video_thumbnail?: string;
  /** Length of the video in seconds. */
  readonly duration?: number;
  /** What the video cost, in Creatify's credits; may have decimals. */
  readonly credits_used?: number;
  /** URL of a preview, where Creatify made one. */
  readonly preview?: string;
  /** URL of Creatify's editor; works for 24 hours, and only for accounts with editor access. */
  readonly editor_url?: string;
  /** Creatify's id of the work behind the video. */
  readonly media_job?: string;
}

/** A finished video. @since 0.1.0 */
export interface VideoOutput extends VideoFacts {
  /** URL of the video. */
  readonly video_output: string;
}

/** The facts in a body. @since 0.1.0 */
export const videoFacts = (body: VideoFacts): VideoFacts =>
  pickFields(
    body,
    'video_thumbnail',
    'duration',
    'credits_used',
    'preview',
    'editor_url',
    'media_job',
  );

/** The video in a body; `undefined` as long as none is there. */
const videoOutput = (body: VideoBody): VideoOutput | undefined =>
  body.video_output === undefined
    ? undefined
    : { video_output: body.video_output, ...videoFacts(body) };

/**
 * The files in a body.
 *
 * @param video - the video's URL
 * @param role - the name of the field that has it
 * @since 0.1.0
 */
export const videoAssets = (
  { preview, video_thumbnail }: VideoFacts,
  video: string | undefined,
  role: string,
): readonly Asset[] => [
  ...assetOf(video, 'video', role),
  ...assetOf(video_thumbnail, 'image', 'video_thumbnail'),
  // A page for an iframe in some families, a film in others.
  ...assetOf(preview, 'other', 'preview'),
];

/** The columns of a family whose bodies are {@link VideoBody}. @since 0.1.0 */
export const VIDEO_COLUMNS = {
  codec: VideoBody,
  output: videoOutput,
  assets: (body: VideoBody) => videoAssets(body, body.video_output, 'video_output'),
};
