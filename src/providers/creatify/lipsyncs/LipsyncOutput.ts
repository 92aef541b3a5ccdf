import type { TypeOf } from 'io-ts';
import { assetOf } from '../../../contract/assetOf.js';
import { webUrl } from '../../../contract/lenient.js';
import { pickFields } from '../../../contract/pickFields.js';
import type { Asset } from '../../../model/Asset.js';
import { jobBody } from '../JobBody.js';
import type { VideoPreview } from '../Preview.js';
import { PREVIEW_COLUMNS } from '../Preview.js';
import type { VideoFacts } from '../VideoOutput.js';
import { VIDEO_FIELDS, videoAssets, videoFacts } from '../VideoOutput.js';

/**
 * The body of a speaking avatar, of both versions; its progress comes as text.
 *
 * @see https://docs.creatify.ai/api-reference/lipsyncs/post-apilipsyncs (read 2026-11-22)
 * @see https://docs.creatify.ai/api-reference/lipsyncs_v2/post-apilipsyncs (read 2026-11-22)
 * @since 0.1.0
 */
export const LipsyncBody = jobBody('a lipsync', {
  ...VIDEO_FIELDS,
  output: webUrl,
  preview_audio: webUrl,
});

/** What {@link LipsyncBody} decodes to. @since 0.1.0 */
export type LipsyncBody = TypeOf<typeof LipsyncBody>;

/** A finished video of a speaking avatar. @since 0.1.0 */
export interface LipsyncOutput extends VideoFacts {
  /** URL of the video. */
  readonly output: string;
}

/** What there is to judge of a speaking avatar before it is rendered. @since 0.1.0 */
export interface LipsyncPreview extends VideoPreview {
  /** URL of the voice alone; version 1 only. */
  readonly preview_audio?: string;
}

const lipsyncAssets = (body: LipsyncBody): readonly Asset[] => [
  ...videoAssets(body, body.output, 'output'),
  ...assetOf(body.preview_audio, 'audio', 'preview_audio'),
];

/** The columns of both versions. @since 0.1.0 */
export const LIPSYNC_COLUMNS = {
  ...PREVIEW_COLUMNS,
  codec: LipsyncBody,
  output: (body: LipsyncBody): LipsyncOutput | undefined =>
    body.output === undefined ? undefined : { output: body.output, ...videoFacts(body) },
  preview: (body: LipsyncBody): LipsyncPreview =>
    pickFields(body, 'preview', 'editor_url', 'preview_audio'),
  assets: lipsyncAssets,
};
