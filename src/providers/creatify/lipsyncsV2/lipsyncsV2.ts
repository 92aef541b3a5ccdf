import { creatifyKind } from '../creatifyKind.js';
import { listAt, searchAt } from '../jobLists.js';
import { LIPSYNC_COLUMNS } from '../lipsyncs/LipsyncOutput.js';
import { previewOf, renderAt } from '../Preview.js';
import { LISTED_PHASES } from '../status.js';
import { lipsyncV2InputIssues } from './LipsyncV2Input.js';

const PATH = '/api/lipsyncs_v2/';

/**
 * Videos of several scenes with avatars. 5 credits for every 30 seconds, or by the model.
 *
 * @see https://docs.creatify.ai/api-reference/lipsyncs_v2/post-apilipsyncs (read 2026-11-22)
 * @since 0.1.0
 */
export const lipsyncsV2 = creatifyKind(PATH, {
  ...LIPSYNC_COLUMNS,
  kind: 'lipsyncsV2',
  search: searchAt(PATH),
  check: lipsyncV2InputIssues,
  phases: LISTED_PHASES,
});

/**
 * The preview of such a video: 1 credit for every 30 seconds.
 *
 * @see https://docs.creatify.ai/api-reference/lipsyncs_v2/post-apilipsyncs-preview (read 2026-11-22)
 * @since 0.1.0
 */
export const lipsyncsV2Preview = previewOf(lipsyncsV2, `${PATH}preview/`);

/** Renders a previewed video. @since 0.1.0 */
export const renderLipsyncV2 = renderAt(PATH);

/**
 * Lists such videos; that it takes `ids` is inferred.
 *
 * @see https://docs.creatify.ai/api-reference/lipsyncs_v2/post-apilipsyncs (read 2026-11-22)
 * @since 0.1.0
 */
export const lipsyncsV2List = listAt(PATH);
