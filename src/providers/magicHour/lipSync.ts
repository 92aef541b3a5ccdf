import { isLeft, right } from '#fp-ts/Either';
import type { JobKind } from '../../contract/JobKind.js';
import type { LipSyncInput } from './LipSyncInput.js';
import { lipSyncInputIssues } from './LipSyncInput.js';
import type { VideoOutput } from './VideoOutput.js';
import { videos } from './videos.js';
import type { VideoBody } from './wire.js';
import { CreatedVideo } from './wire.js';

/**
 * Magic Hour's lip sync: makes a video project, which is watched as one of the `videos`.
 *
 * No create is recognized when repeated.
 *
 * @see https://docs.magichour.ai/api-reference/video-projects/lip-sync (read 2026-11-22)
 * @since 0.1.0
 */
export const lipSync: JobKind<LipSyncInput, VideoBody, VideoOutput> = {
  ...videos,
  check: lipSyncInputIssues,
  submit: (input) => ({ method: 'POST', path: '/v1/lip-sync', json: input }),
  created: (json) => {
    const created = CreatedVideo.decode(json);
    if (isLeft(created)) return created;
    return right({ id: created.right.id, credits: created.right.credits_charged });
  },
  // The median that Magic Hour published in July 2026.
  typicalMs: 229_000,
};
