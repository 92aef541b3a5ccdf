import { inputRules, optional, required } from '../../../contract/inputRules.js';
import { orNull, text, wordLike } from '../../../contract/valueRules.js';
import { creatifyKind } from '../creatifyKind.js';
import { listAt, searchAt } from '../jobLists.js';
import type { CaptionSetting } from '../lipsyncsV2/CaptionSetting.js';
import { captionSetting } from '../lipsyncsV2/CaptionSetting.js';
import { PREVIEW_COLUMNS, previewOf, renderAt } from '../Preview.js';
import type { CreatifyAspectRatio, SoundFields } from '../sharedFields.js';
import { aspectRatio, soundFields, uuid, webhookUrl } from '../sharedFields.js';
import { MEDIA_PHASES } from '../status.js';
import { VIDEO_COLUMNS } from '../VideoOutput.js';

const PATH = '/api/ai_shorts/';

/**
 * A script, and how its short is to look.
 *
 * @see https://docs.creatify.ai/api-documentation/ai-shorts/ai-shorts (read 2026-11-22)
 * @since 0.1.0
 */
export interface AiShortInput extends SoundFields {
  /** What is said. */
  readonly script: string;
  /** Closed: `9x16`, `16x9` or `1x1`. */
  readonly aspect_ratio?: CreatifyAspectRatio;
  /** Such as `4K realistic`. Open: a style. */
  readonly style?: string | null;
  /** Id of the voice's accent, of `voices.list`. */
  readonly accent?: string | null;
  /** How the captions look. */
  readonly caption_setting?: CaptionSetting | null;
  /** Where Creatify is to report the end: http(s), at most 200 characters. */
  readonly webhook_url?: string | null;
}

/**
 * Shorts: pictures to a script. Deprecated at Creatify. 5 credits for every 30 seconds.
 *
 * @see https://docs.creatify.ai/api-documentation/ai-shorts/ai-shorts (read 2026-11-22)
 * @since 0.1.0
 */
export const aiShorts = creatifyKind(PATH, {
  ...VIDEO_COLUMNS,
  ...PREVIEW_COLUMNS,
  kind: 'aiShorts',
  search: searchAt(PATH),
  check: inputRules<AiShortInput>({
    ...soundFields,
    script: required(text({ min: 1 })),
    aspect_ratio: optional(aspectRatio),
    style: optional(orNull(wordLike('4K realistic'))),
    accent: optional(orNull(uuid)),
    caption_setting: optional(orNull(captionSetting)),
    webhook_url: optional(webhookUrl),
  }),
  phases: MEDIA_PHASES,
});

/** The preview of a short: 1 credit for every 30 seconds. @since 0.1.0 */
export const aiShortsPreview = previewOf(aiShorts, `${PATH}preview/`);

/** Renders a previewed short. @since 0.1.0 */
export const renderAiShort = renderAt(PATH);

/** Lists shorts; that it takes `ids` is inferred. @since 0.1.0 */
export const aiShortsList = listAt(PATH);
