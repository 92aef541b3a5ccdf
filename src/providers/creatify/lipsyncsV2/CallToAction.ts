import { optional, recordOf, required } from '../../../contract/inputRules.js';
import { flag, numberFrom, orNull, text, webUrl } from '../../../contract/valueRules.js';
import { openRecordOf } from '../sharedFields.js';
import type { CaptionSetting, Offset, TransitionEffect } from './CaptionSetting.js';
import { captionSetting, offset, transitionEffect } from './CaptionSetting.js';

/** The logo of a call to action. @since 0.1.0 */
export interface CallToActionLogo {
  /** URL of the picture. */
  readonly url: string;
  /** Its size, from 0; `0.25` in the example. */
  readonly scale?: number;
  /** Where the logo is. */
  readonly offset?: Offset;
}

/** The words of a call to action. @since 0.1.0 */
export interface CallToActionCaption {
  /** The words. */
  readonly caption: string;
  /** How the words look. */
  readonly caption_setting?: CaptionSetting | null;
}

/** The fields of {@link CallToAction} that are known. @since 0.1.0 */
export interface CallToActionFields {
  /** The logo that is shown. */
  readonly cta_logo?: CallToActionLogo | null;
  /** The words that are shown. */
  readonly cta_caption?: CallToActionCaption | null;
  /** Whether what is behind is blurred. */
  readonly cta_background_blur?: boolean;
  /** How the call to action comes and goes. */
  readonly transition_effect?: TransitionEffect | null;
}

/**
 * A call to action. Fields that are not here go through as they are.
 *
 * @see https://docs.creatify.ai/api-reference/lipsyncs_v2/post-apilipsyncs (read 2026-11-22)
 * @since 0.1.0
 */
export type CallToAction = CallToActionFields & Readonly<Record<string, unknown>>;

const logo = recordOf<CallToActionLogo>({
  url: required(webUrl()),
  scale: optional(numberFrom(0)),
  offset: optional(offset),
});

const caption = recordOf<CallToActionCaption>({
  caption: required(text()),
  caption_setting: optional(orNull(captionSetting)),
});

/** The rules of {@link CallToAction}. @since 0.1.0 */
export const callToAction = openRecordOf<CallToActionFields>({
  cta_logo: optional(orNull(logo)),
  cta_caption: optional(orNull(caption)),
  cta_background_blur: optional(flag),
  transition_effect: optional(orNull(transitionEffect)),
});
