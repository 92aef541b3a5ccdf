import { oneRequired } from '../../../contract/crossRules.js';
import { inputRules, optional } from '../../../contract/inputRules.js';
import { flag, orNull, text, webUrl } from '../../../contract/valueRules.js';
import type { AvatarModel, CaptionFields, CreatifyAspectRatio } from '../sharedFields.js';
import { aspectRatio, avatarModel, captionFields, uuid, webhookUrl } from '../sharedFields.js';

/**
 * What an avatar is to say, and how it looks.
 *
 * @see https://docs.creatify.ai/api-reference/lipsyncs/post-apilipsyncs (read 2026-11-22)
 * @since 0.1.0
 */
export interface LipsyncInput extends CaptionFields {
  /** What is said; this or `audio`. */
  readonly text?: string | null;
  /** URL of the recording that is spoken; it goes before `text`. */
  readonly audio?: string | null;
  /** Id of the avatar, of `personas.list`; older pages require it. */
  readonly creator?: string | null;
  /** Id of the voice's accent, of `voices.list`. */
  readonly accent?: string | null;
  /** Closed: `9x16`, `16x9` or `1x1`. */
  readonly aspect_ratio?: CreatifyAspectRatio;
  /** A name for the video, at most 255 characters. */
  readonly name?: string | null;
  /** Whether the background is green. */
  readonly green_screen?: boolean;
  /** Whether there is no background: a `.webm` with an alpha channel. */
  readonly transparent_background?: boolean;
  /** Whether there is no music. */
  readonly no_music?: boolean;
  /** URL of the picture behind the avatar; of an older page. */
  readonly background_asset_image_url?: string | null;
  /** Open: a name of a model. @defaultValue `'standard'`, at Creatify */
  readonly model_version?: AvatarModel;
  /** Where Creatify is to report the end: http(s), at most 200 characters. */
  readonly webhook_url?: string | null;
}

/** The rules of {@link LipsyncInput}. @since 0.1.0 */
export const lipsyncInputIssues = inputRules<LipsyncInput>(
  {
    ...captionFields,
    text: optional(orNull(text())),
    audio: optional(orNull(webUrl())),
    creator: optional(orNull(uuid)),
    accent: optional(orNull(uuid)),
    aspect_ratio: optional(aspectRatio),
    name: optional(orNull(text({ max: 255 }))),
    green_screen: optional(flag),
    transparent_background: optional(flag),
    no_music: optional(flag),
    background_asset_image_url: optional(orNull(webUrl())),
    model_version: optional(avatarModel),
    webhook_url: optional(webhookUrl),
  },
  oneRequired('text', 'audio'),
);
