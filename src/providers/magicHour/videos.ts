import { assetOf } from '../../contract/assetOf.js';
import { jobFailure } from '../../contract/jobFailure.js';
import type { JobKind } from '../../contract/JobKind.js';
import { parseMoment } from '../../contract/parseMoment.js';
import { pathSegment } from '../../contract/pathSegment.js';
import { errorOf } from './errorOf.js';
import { VIDEO_PHASES } from './status.js';
import type { VideoOutput } from './VideoOutput.js';
import { videoDownloads, videoOutput } from './VideoOutput.js';
import { VideoBody } from './wire.js';

const pathOf = (id: string): string => `/v1/video-projects/${pathSegment(id)}`;

/**
 * Magic Hour's video projects: every tool that makes a video makes one of these, and they are all
 * watched here. No progress is reported, and none can be canceled or listed.
 *
 * @see https://docs.magichour.ai/api-reference/video-projects/get-video-details (read 2026-11-22)
 * @see https://docs.magichour.ai/api-reference/video-projects/delete-video (read 2026-11-22)
 * @since 0.1.0
 */
export const videos: JobKind<never, VideoBody, VideoOutput> = {
  provider: 'magic-hour',
  kind: 'videos',
  look: (id) => ({ method: 'GET', path: pathOf(id) }),
  remove: (id) => ({ method: 'DELETE', path: pathOf(id) }),
  buckets: {},
  codec: VideoBody,
  id: (body) => body.id,
  status: (body) => body.status,
  phases: VIDEO_PHASES,
  deleted: (body) => body.enabled === false,
  output: videoOutput,
  failure: ({ error }) => jobFailure(error?.message, error?.code),
  assets: (body) =>
    videoDownloads(body).flatMap(({ url, expires_at }) =>
      assetOf(url, 'video', 'download', parseMoment(expires_at)),
    ),
  credits: (body) => body.credits_charged,
  createdAt: (body) => body.created_at,
  errorOf,
};
