import type { FieldRules } from '../../../contract/inputRules.js';
import { inputRules, optional, required } from '../../../contract/inputRules.js';
import { flag, listOf, orNull, text, wholeFrom, wordLike } from '../../../contract/valueRules.js';
import type {
  AvatarModel,
  CaptionFields,
  CreatifyAspectRatio,
  SoundFields,
} from '../sharedFields.js';
import {
  aspectRatio,
  avatarModel,
  captionFields,
  soundFields,
  uuid,
  webhookUrl,
} from '../sharedFields.js';
import type { CaptionSetting } from '../lipsyncsV2/CaptionSetting.js';
import { captionSetting } from '../lipsyncsV2/CaptionSetting.js';

/**
 * The video that a link becomes. Styles, languages, platforms and audiences are open: Creatify adds to
 * them.
 *
 * @see https://docs.creatify.ai/api-documentation/url-to-video/link-to-video (read 2026-11-22)
 * @since 0.1.0
 */
export interface LinkToVideoInput extends CaptionFields, SoundFields {
  /** Id of the link, as `links.create` gives it. */
  readonly link: string;
  /** A name for the video, at most 255 characters. */
  readonly name?: string | null;
  /** Such as `Instagram`. */
  readonly target_platform?: string | null;
  /** Such as `Young Adults`. */
  readonly target_audience?: string | null;
  /** Such as `en`. */
  readonly language?: string | null;
  /** Seconds, a whole number; 15 in the example, 30 and 60 elsewhere. */
  readonly video_length?: number | null;
  /** Closed: `9x16`, `16x9` or `1x1`. */
  readonly aspect_ratio?: CreatifyAspectRatio;
  /** Such as `BenefitsV2` or `DIY`. */
  readonly script_style?: string | null;
  /** Such as `AvatarBubbleTemplate`. */
  readonly visual_style?: string | null;
  /** Id of an avatar, of `personas.list`. */
  readonly override_avatar?: string | null;
  /** Id of a voice's accent, of `voices.list`. */
  readonly override_voice?: string | null;
  /** What is said, instead of a script of Creatify's. */
  readonly override_script?: string | null;
  /** Whether there is no music. */
  readonly no_background_music?: boolean;
  /** Whether the voice shows no emotion. */
  readonly no_emotion?: boolean;
  /** Whether there is no call to action. */
  readonly no_cta?: boolean;
  /** Whether only pictures and videos of the link are shown. */
  readonly no_stock_broll?: boolean;
  /** How the captions look. */
  readonly caption_setting?: CaptionSetting | null;
  /** Open: a name of a model. @defaultValue `'standard'`, at Creatify */
  readonly model_version?: AvatarModel;
  /** Where Creatify is to report changes of the status: http(s), at most 200 characters. */
  readonly webhook_url?: string | null;
}

/**
 * Previews in several styles and shapes, of which one is rendered.
 *
 * @see https://docs.creatify.ai/api-documentation/url-to-video/preview-list (read 2026-11-22)
 * @since 0.1.0
 */
export interface PreviewListInput extends LinkToVideoInput {
  /** Such as `AvatarBubbleTemplate`: a preview for each. */
  readonly visual_styles?: readonly string[];
  /** Closed, as `aspect_ratio`: a preview for each. */
  readonly aspect_ratios?: readonly CreatifyAspectRatio[];
}

const words = optional(orNull(text()));
const style = wordLike('AvatarBubbleTemplate', 'FullScreenTemplate');

const RULES: FieldRules<LinkToVideoInput> = {
  ...captionFields,
  ...soundFields,
  link: required(uuid),
  name: optional(orNull(text({ max: 255 }))),
  target_platform: words,
  target_audience: words,
  language: optional(orNull(wordLike('en', 'ar'))),
  video_length: optional(orNull(wholeFrom(1))),
  aspect_ratio: optional(aspectRatio),
  script_style: optional(orNull(wordLike('BenefitsV2', 'DIY'))),
  visual_style: optional(orNull(style)),
  override_avatar: optional(orNull(uuid)),
  override_voice: optional(orNull(uuid)),
  override_script: words,
  no_background_music: optional(flag),
  no_emotion: optional(flag),
  no_cta: optional(flag),
  no_stock_broll: optional(flag),
  caption_setting: optional(orNull(captionSetting)),
  model_version: optional(avatarModel),
  webhook_url: optional(webhookUrl),
};

/** The rules of {@link LinkToVideoInput}. @since 0.1.0 */
export const linkToVideoInputIssues = inputRules<LinkToVideoInput>(RULES);

/** The rules of {@link PreviewListInput}. @since 0.1.0 */
export const previewListInputIssues = inputRules<PreviewListInput>({
  ...RULES,
  visual_styles: optional(listOf(style, { min: 1 })),
  aspect_ratios: optional(listOf(aspectRatio, { min: 1 })),
});
