import { inputRules, optional, required } from '../../../contract/inputRules.js';
import { orNull, webUrl, wordLike } from '../../../contract/valueRules.js';
import { creatifyKind } from '../creatifyKind.js';
import { listAt, searchAt } from '../jobLists.js';
import type { CaptionSetting } from '../lipsyncsV2/CaptionSetting.js';
import { captionSetting } from '../lipsyncsV2/CaptionSetting.js';
import { PREVIEW_COLUMNS, previewOf, renderAt } from '../Preview.js';
import type { SoundFields } from '../sharedFields.js';
import { soundFields, webhookUrl } from '../sharedFields.js';
import { MEDIA_PHASES } from '../status.js';
import { VIDEO_COLUMNS } from '../VideoOutput.js';

const PATH = '/api/ai_editing/';

/**
 * A video, and how it is to be edited.
 *
 * @see https://docs.creatify.ai/api-documentation/ai-editing/ai-editing (read 2026-11-22)
 * @since 0.1.0
 */
export interface AiEditingInput extends SoundFields {
  /** URL of the video. */
  readonly video_url: string;
  /** Such as `film`. Open: a style. */
  readonly editing_style?: string | null;
  /** How the captions look. */
  readonly caption_setting?: CaptionSetting | null;
  /** Where Creatify is to report the end: http(s), at most 200 characters. */
  readonly webhook_url?: string | null;
}

/**
 * Edits of a video. Deprecated at Creatify. 5 credits for every 30 seconds.
 *
 * @see https://docs.creatify.ai/api-documentation/ai-editing/ai-editing (read 2026-11-22)
 * @since 0.1.0
 */
export const aiEditing = creatifyKind(PATH, {
  ...VIDEO_COLUMNS,
  ...PREVIEW_COLUMNS,
  kind: 'aiEditing',
  search: searchAt(PATH),
  check: inputRules<AiEditingInput>({
    ...soundFields,
    video_url: required(webUrl()),
    editing_style: optional(orNull(wordLike('film'))),
    caption_setting: optional(orNull(captionSetting)),
    webhook_url: optional(webhookUrl),
  }),
  phases: MEDIA_PHASES,
});

/** The preview of an edit: 1 credit for every 30 seconds. @since 0.1.0 */
export const aiEditingPreview = previewOf(aiEditing, `${PATH}preview/`);

/** Renders a previewed edit. @since 0.1.0 */
export const renderAiEditing = renderAt(PATH);

/** Lists edits; that it takes `ids` is inferred. @since 0.1.0 */
export const aiEditingList = listAt(PATH);
