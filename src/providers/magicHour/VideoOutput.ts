import { pickFields } from '../../contract/pickFields.js';
import type { VideoBody } from './wire.js';

/** A file of a finished video. @since 0.1.0 */
export interface VideoDownload {
  /** URL of the file; signed, so use it exactly as it is. */
  readonly url: string;
  /** When the URL stops working, ISO 8601; a new look gives a fresh one. */
  readonly expires_at?: string;
}

/**
 * A finished video project.
 *
 * @see https://docs.magichour.ai/api-reference/video-projects/get-video-details (read 2026-11-22)
 * @since 0.1.0
 */
export interface VideoOutput {
  /** The files, at least one. */
  readonly downloads: readonly VideoDownload[];
  /** What made it, such as `LIP_SYNC`; Magic Hour adds new ones. */
  readonly type?: string;
  /** The project's name. */
  readonly name?: string;
  /** Pixels; -1 means that the width can be ignored. */
  readonly width?: number;
  /** Pixels; -1 means that the height can be ignored. */
  readonly height?: number;
  /** Frames a second. */
  readonly fps?: number;
  /** Where the clip begins in its source, in seconds. */
  readonly start_seconds?: number;
  /** Where the clip ends in its source, in seconds. */
  readonly end_seconds?: number;
  /** What was charged in the end, in Magic Hour's credits. */
  readonly credits_charged?: number;
}

/** The files in a body; older answers have a single one under another name. @since 0.1.0 */
export function videoDownloads(body: VideoBody): readonly VideoDownload[] {
  if (body.downloads !== undefined && body.downloads.length > 0) return body.downloads;
  return body.download === undefined ? [] : [body.download];
}

/**
 * The output in a body; `undefined` as long as no file is there.
 *
 * @since 0.1.0
 */
export function videoOutput(body: VideoBody): VideoOutput | undefined {
  const downloads = videoDownloads(body);
  if (downloads.length === 0) return undefined;
  return {
    downloads,
    ...pickFields(body, 'type', 'name', 'width', 'height', 'fps'),
    ...pickFields(body, 'start_seconds', 'end_seconds', 'credits_charged'),
  };
}
