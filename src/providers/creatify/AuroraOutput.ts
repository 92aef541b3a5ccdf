import { pickFields } from '../../contract/pickFields.js';
import type { AuroraBody } from './wire.js';

/**
 * A finished Aurora video.
 *
 * @see https://docs.creatify.ai/api-reference/aurora/get-aurora (read 2026-11-22)
 * @since 0.1.0
 */
export interface AuroraOutput {
  /** URL of the video. */
  readonly video_output: string;
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

/**
 * The output in a body; `undefined` as long as no video is there.
 *
 * @since 0.1.0
 */
export function auroraOutput(body: AuroraBody): AuroraOutput | undefined {
  if (body.video_output === undefined) return undefined;
  return {
    video_output: body.video_output,
    ...pickFields(body, 'duration', 'credits_used', 'preview', 'editor_url', 'media_job'),
  };
}
