import { optional, recordOf } from '../../../contract/inputRules.js';
import { finite, flag, orNull, text, wordLike } from '../../../contract/valueRules.js';
import { openRecordOf } from '../sharedFields.js';

/** A place, from the middle: in parts of the picture's width and height. @since 0.1.0 */
export interface Offset {
  /** In parts of the picture's width. */
  readonly x?: number;
  /** In parts of the picture's height. */
  readonly y?: number;
}

/** The rules of {@link Offset}. @since 0.1.0 */
export const offset = recordOf<Offset>({ x: optional(finite), y: optional(finite) });

/** The fields of {@link CaptionSetting} that are known. @since 0.1.0 */
export interface CaptionLook {
  /** A style, such as `normal-black`. Open. */
  readonly style?: string | null;
  /** Where the captions are. */
  readonly offset?: Offset | null;
  /** A font, such as `Montserrat`. Open. */
  readonly font_family?: string | null;
  /** The size of the letters. */
  readonly font_size?: number | null;
  /** Such as `font-bold`. Open. */
  readonly font_style?: string | null;
  /** Such as `#00000066`. */
  readonly background_color?: string | null;
  /** The colour of the letters. */
  readonly text_color?: string | null;
  /** The colour of the word that is spoken. */
  readonly highlight_text_color?: string | null;
  /** How wide a line may be. */
  readonly max_width?: number | null;
  /** How high a line is. */
  readonly line_height?: number | null;
  /** The shadow of the letters. */
  readonly text_shadow?: string | null;
  /** Whether there are no captions. */
  readonly hidden?: boolean;
  /** Whether this goes before what the visual style has. */
  readonly override_visual_style?: boolean;
}

/**
 * How captions look. Fields that are not here go through as they are.
 *
 * @see https://docs.creatify.ai/api-reference/lipsyncs_v2/post-apilipsyncs (read 2026-11-22)
 * @since 0.1.0
 */
export type CaptionSetting = CaptionLook & Readonly<Record<string, unknown>>;

const words = orNull(text());
const number = orNull(finite);

/** The rules of {@link CaptionSetting}. @since 0.1.0 */
export const captionSetting = openRecordOf<CaptionLook>({
  style: optional(orNull(wordLike('normal-black', 'normal-white'))),
  offset: optional(orNull(offset)),
  font_family: optional(orNull(wordLike('Montserrat'))),
  font_size: optional(number),
  font_style: optional(words),
  background_color: optional(words),
  text_color: optional(words),
  highlight_text_color: optional(words),
  max_width: optional(number),
  line_height: optional(number),
  text_shadow: optional(words),
  hidden: optional(flag),
  override_visual_style: optional(flag),
});

/** How a scene comes and goes. @since 0.1.0 */
export interface TransitionEffect {
  /** Such as `fade`. Open: a style. */
  readonly transition_in?: string | null;
  /** Such as `fade`. Open: a style. */
  readonly transition_out?: string | null;
}

/** The rules of {@link TransitionEffect}. @since 0.1.0 */
export const transitionEffect = recordOf<TransitionEffect>({
  transition_in: optional(orNull(wordLike('fade'))),
  transition_out: optional(orNull(wordLike('fade'))),
});
