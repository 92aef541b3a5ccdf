import type { JobKind } from '../../../contract/JobKind.js';
import { creatifyKind } from '../creatifyKind.js';
import { listAt, lookManyAt, searchAt } from '../jobLists.js';
import type { LipsyncV2Input } from '../lipsyncsV2/LipsyncV2Input.js';
import { lipsyncV2InputIssues } from '../lipsyncsV2/LipsyncV2Input.js';
import { previewOf, renderAt } from '../Preview.js';
import { LISTED_PHASES } from '../status.js';
import { lipsyncInputIssues } from './LipsyncInput.js';
import type { LipsyncBody, LipsyncOutput, LipsyncPreview } from './LipsyncOutput.js';
import { LIPSYNC_COLUMNS } from './LipsyncOutput.js';

const PATH = '/api/lipsyncs/';

/**
 * Avatars that speak a text or a recording. 5 credits for every 30 seconds, or by the model.
 *
 * @see https://docs.creatify.ai/api-reference/lipsyncs/post-apilipsyncs (read 2026-11-22)
 * @since 0.1.0
 */
export const lipsyncs = creatifyKind(PATH, {
  ...LIPSYNC_COLUMNS,
  kind: 'lipsyncs',
  search: searchAt(PATH),
  check: lipsyncInputIssues,
  phases: LISTED_PHASES,
  lookMany: lookManyAt(PATH),
});

/**
 * The preview of such a video: 1 credit for every 30 seconds. Inferred from that of version 2.
 *
 * @see https://docs.creatify.ai/api-reference/lipsyncs_v2/post-apilipsyncs-preview (read 2026-11-22)
 * @since 0.1.0
 */
export const lipsyncsPreview = previewOf(lipsyncs, `${PATH}preview/`);

/**
 * Several avatars in one video. Of an older page; newer ones have it as version 2.
 *
 * @see https://creatify.mintlify.app (read 2026-11-22)
 * @since 0.1.0
 */
export const multiAvatar: JobKind<LipsyncV2Input, LipsyncBody, LipsyncOutput, LipsyncPreview> = {
  ...lipsyncs,
  check: lipsyncV2InputIssues,
  submit: (input) => ({ method: 'POST', path: `${PATH}multi_avatar/`, json: input }),
};

/** Renders a previewed avatar. @since 0.1.0 */
export const renderLipsync = renderAt(PATH);

/**
 * Lists speaking avatars.
 *
 * @see https://docs.creatify.ai/api-reference/lipsyncs/post-apilipsyncs (read 2026-11-22)
 * @since 0.1.0
 */
export const lipsyncsList = listAt(PATH);
