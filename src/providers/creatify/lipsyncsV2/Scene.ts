import { optional, recordOf, required } from '../../../contract/inputRules.js';
import type { Rule } from '../../../contract/inputRules.js';
import {
  finite,
  flag,
  numberFrom,
  oneOf,
  orNull,
  text,
  webUrl,
  wordLike,
} from '../../../contract/valueRules.js';
import type { CallToAction } from './CallToAction.js';
import { callToAction } from './CallToAction.js';
import type { CaptionSetting, Offset, TransitionEffect } from './CaptionSetting.js';
import { captionSetting, offset, transitionEffect } from './CaptionSetting.js';

/** Who speaks in a scene. @since 0.1.0 */
export interface SceneCharacter {
  /** Closed: the page says that only `avatar` is supported. */
  readonly type: 'avatar';
  /** Id of the avatar, of `personas.list`. */
  readonly avatar_id: string;
  /** Where the avatar is. */
  readonly offset?: Offset;
  /** Its size, in (0, 2). */
  readonly scale?: number;
  /** Closed: `normal` or `circle`. @defaultValue `'normal'`, at Creatify */
  readonly avatar_style?: 'normal' | 'circle';
  /** Whether the avatar is not seen. @defaultValue false, at Creatify */
  readonly hidden?: boolean;
}

/** What is said in a scene. @since 0.1.0 */
export interface SceneVoice {
  /** `text`. Open: the page says that it is supported "currently". */
  readonly type: 'text' | (string & {});
  /** What is said, at most 2,000 characters. */
  readonly input_text?: string | null;
  /** Id of the voice's accent, of `voices.list`. */
  readonly voice_id?: string | null;
  /** Seconds. */
  readonly duration?: number | null;
  /** How loud, from 0; `0.8` in the example. */
  readonly volume?: number;
}

/** What is behind the avatar. @since 0.1.0 */
export interface SceneBackground {
  /** Closed: `image` or `video`. */
  readonly type: 'image' | 'video';
  /** URL of it. */
  readonly url: string;
  /** Closed. `contain` is for images; `cover` is an older word for `crop`. */
  readonly fit?: 'crop' | 'contain' | 'cover';
  /** A movement of the picture, such as `imageSlideLeft`. Open: a style. */
  readonly effect?: string | null;
}

/**
 * A scene of a video with several.
 *
 * @see https://docs.creatify.ai/api-reference/lipsyncs_v2/post-apilipsyncs (read 2026-11-22)
 * @since 0.1.0
 */
export interface Scene {
  /** Who speaks. */
  readonly character?: SceneCharacter;
  /** What is said, and by which voice. */
  readonly voice?: SceneVoice;
  /** What is behind the avatar. */
  readonly background?: SceneBackground | null;
  /** How the captions look. */
  readonly caption_setting?: CaptionSetting | null;
  /** How the scene comes and goes. */
  readonly transition_effect?: TransitionEffect | null;
  /** A style, such as `FullAvatar`. Open. */
  readonly visual_style?: string | null;
  /** A call to action within the scene. */
  readonly cta?: CallToAction | null;
}

const SCALE = 'a number above 0 and below 2';

const scale: Rule = {
  must: SCALE,
  check: (value, path) =>
    typeof value === 'number' && value > 0 && value < 2
      ? []
      : [{ path, message: `must be ${SCALE}` }],
};

const character = recordOf<SceneCharacter>({
  type: required(oneOf('avatar')),
  avatar_id: required(text({ min: 1, max: 50 })),
  offset: optional(offset),
  scale: optional(scale),
  avatar_style: optional(oneOf('normal', 'circle')),
  hidden: optional(flag),
});

const voice = recordOf<SceneVoice>({
  type: required(wordLike('text')),
  input_text: optional(orNull(text({ max: 2_000 }))),
  voice_id: optional(orNull(text({ min: 1 }))),
  duration: optional(orNull(finite)),
  volume: optional(numberFrom(0)),
});

const background = recordOf<SceneBackground>({
  type: required(oneOf('image', 'video')),
  url: required(webUrl()),
  fit: optional(oneOf('crop', 'contain', 'cover')),
  effect: optional(orNull(wordLike('imageSlideLeft', 'imageZoomIn', 'imageZoomOut'))),
});

/** The rules of {@link Scene}. @since 0.1.0 */
export const scene = recordOf<Scene>({
  character: optional(character),
  voice: optional(voice),
  background: optional(orNull(background)),
  caption_setting: optional(orNull(captionSetting)),
  transition_effect: optional(orNull(transitionEffect)),
  visual_style: optional(orNull(wordLike('FullAvatar'))),
  cta: optional(orNull(callToAction)),
});
