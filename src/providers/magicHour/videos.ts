import type { JobKind } from '../../contract/JobKind.js';
import { pickFields } from '../../contract/pickFields.js';
import { projectKind } from './projectKind.js';
import type { ProjectOutput } from './ProjectOutput.js';
import { projectOutput } from './ProjectOutput.js';
import { VideoBody } from './wire.js';

/**
 * A finished video project.
 *
 * @see https://docs.magichour.ai/api-reference/video-projects/get-video-details (read 2026-11-22)
 * @since 0.1.0
 */
export interface VideoOutput extends ProjectOutput {
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
}

/**
 * Magic Hour's video projects: what every video tool makes.
 *
 * @see https://docs.magichour.ai/api-reference/video-projects/get-video-details (read 2026-11-22)
 * @see https://docs.magichour.ai/api-reference/video-projects/delete-video (read 2026-11-22)
 * @since 0.1.0
 */
export const videos: JobKind<unknown, VideoBody, VideoOutput> = projectKind({
  kind: 'videos',
  path: '/v1/video-projects',
  codec: VideoBody,
  output: (body) => {
    const output = projectOutput(body);
    if (output === undefined) return undefined;
    const sizes = pickFields(body, 'width', 'height', 'fps');
    return { ...output, ...sizes, ...pickFields(body, 'start_seconds', 'end_seconds') };
  },
  fileType: () => 'video',
});
