import { creatifyKind } from '../creatifyKind.js';
import { lookManyAt, orderedListAt, searchAt } from '../jobLists.js';
import { MEDIA_PHASES } from '../status.js';
import { VIDEO_COLUMNS } from '../VideoOutput.js';
import { auroraInputIssues } from './AuroraInput.js';

const PATH = '/api/aurora/';

/**
 * Creatify's Aurora: an image and an audio become a video of the person speaking.
 *
 * @see https://docs.creatify.ai/api-reference/aurora/post-aurora (read 2026-11-22)
 * @see https://docs.creatify.ai/api-reference/aurora/get-aurora (read 2026-11-22)
 * @since 0.1.0
 */
export const aurora = creatifyKind(PATH, {
  ...VIDEO_COLUMNS,
  kind: 'aurora',
  search: searchAt(PATH),
  check: auroraInputIssues,
  phases: MEDIA_PHASES,
  lookMany: lookManyAt(PATH),
});

/**
 * Lists Aurora videos.
 *
 * @see https://docs.creatify.ai/api-reference/aurora/get-aurora (read 2026-11-22)
 * @since 0.1.0
 */
export const auroraList = orderedListAt(PATH);
