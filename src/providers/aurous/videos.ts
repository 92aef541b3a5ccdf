import { assetOf } from '../../contract/assetOf.js';
import type { JobKind } from '../../contract/JobKind.js';
import { pickFields } from '../../contract/pickFields.js';
import type { GenerationBody } from './GenerationBody.js';
import { generationColumns, outputExpiry } from './generationKind.js';
import type { VideoInput } from './VideoInput.js';
import { videoInputIssues } from './VideoInput.js';

/**
 * A finished video.
 *
 * @see https://docs.aurous-labs.com/api-reference/videos/create-video (read 2026-11-22)
 * @since 0.1.0
 */
export interface VideoOutput {
  /** URL of the video; works for about 24 hours, and needs no key. */
  readonly output_video_url: string;
  /** Length in seconds. */
  readonly video_duration?: number;
  /** Such as `720p`. */
  readonly video_resolution?: string;
  /** Such as `16:9`. */
  readonly video_ratio?: string;
  /** The seed that was used. */
  readonly seed?: number;
  /** How long it took, in milliseconds. */
  readonly duration_ms?: number;
}

const FACTS = ['video_duration', 'video_resolution', 'video_ratio', 'seed', 'duration_ms'] as const;

/** The page on videos names its own field; a list of outputs is documented for both. */
const urlOf = ({ output_video_url, output_urls }: GenerationBody): string | undefined =>
  output_video_url ?? output_urls?.[0];

/**
 * Aurous's videos: of a prompt, or of a first frame and, if wanted, a last one.
 *
 * @see https://docs.aurous-labs.com/api-reference/videos/create-video (read 2026-11-22)
 * @since 0.1.0
 */
export const videos: JobKind<VideoInput, GenerationBody, VideoOutput> = {
  ...generationColumns,
  kind: 'videos',
  check: videoInputIssues,
  submit: (input) => ({ method: 'POST', path: '/v1/videos', json: input }),
  output: (body) => {
    const url = urlOf(body);
    return url === undefined ? undefined : { output_video_url: url, ...pickFields(body, ...FACTS) };
  },
  assets: (body, observedAt) =>
    assetOf(urlOf(body), 'video', 'output_video_url', outputExpiry(body, observedAt)),
};
