import { creatifyKind } from '../creatifyKind.js';
import { listAt, searchAt } from '../jobLists.js';
import { UNTIL_DONE_PHASES } from '../status.js';
import { VIDEO_COLUMNS } from '../VideoOutput.js';
import { borealInputIssues } from './BorealInput.js';

const PATH = '/api/boreal/';

/**
 * Boreal: videos of a prompt, an image, an audio track or reference media. They stay at Creatify for
 * at least 7 days; failed ones are refunded.
 *
 * @see https://docs.creatify.ai/api-reference/boreal/post-boreal (read 2026-11-22)
 * @see https://docs.creatify.ai/api-documentation/boreal/boreal (read 2026-11-22)
 * @since 0.1.0
 */
export const boreal = creatifyKind(PATH, {
  ...VIDEO_COLUMNS,
  kind: 'boreal',
  search: searchAt(PATH),
  check: borealInputIssues,
  phases: UNTIL_DONE_PHASES,
});

/**
 * Lists Boreal videos; that it takes `ids` is inferred.
 *
 * @see https://docs.creatify.ai/api-documentation/boreal/boreal (read 2026-11-22)
 * @since 0.1.0
 */
export const borealList = listAt(PATH);
