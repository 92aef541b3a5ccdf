import { inputRules, optional, recordOf, required } from '../../../contract/inputRules.js';
import { listOf, numberFrom, orNull, text, webUrl } from '../../../contract/valueRules.js';
import type { AvatarModel, CreatifyAspectRatio } from '../sharedFields.js';
import { aspectRatio, avatarModel, webhookUrl } from '../sharedFields.js';
import type { CallToAction } from './CallToAction.js';
import { callToAction } from './CallToAction.js';
import type { Scene } from './Scene.js';
import { scene } from './Scene.js';

/** The music behind all scenes. @since 0.1.0 */
export interface BackgroundMusic {
  /** URL of the music, of `musics.list` or elsewhere. */
  readonly url: string;
  /** How loud, from 0; `0.2` in the example. */
  readonly volume?: number;
}

/**
 * A video of one or more scenes, each with its avatar, voice and background.
 *
 * @see https://docs.creatify.ai/api-reference/lipsyncs_v2/post-apilipsyncs (read 2026-11-22)
 * @since 0.1.0
 */
export interface LipsyncV2Input {
  /** The scenes, at least one, in order. */
  readonly video_inputs: readonly Scene[];
  /** Closed: `9x16`, `16x9` or `1x1`. @defaultValue `'9x16'`, at Creatify */
  readonly aspect_ratio?: CreatifyAspectRatio;
  /** The music that plays with it. */
  readonly background_music?: BackgroundMusic | null;
  /** A call to action after the last scene. */
  readonly cta_end?: CallToAction | null;
  /** A name for the video, at most 255 characters. */
  readonly name?: string | null;
  /** Open: a name of a model. @defaultValue `'standard'`, at Creatify */
  readonly model_version?: AvatarModel;
  /** Where Creatify is to report the end: http(s), at most 200 characters. */
  readonly webhook_url?: string | null;
}

const music = recordOf<BackgroundMusic>({
  url: required(webUrl()),
  volume: optional(numberFrom(0)),
});

/** The rules of {@link LipsyncV2Input}. @since 0.1.0 */
export const lipsyncV2InputIssues = inputRules<LipsyncV2Input>({
  video_inputs: required(listOf(scene, { min: 1 })),
  aspect_ratio: optional(aspectRatio),
  background_music: optional(orNull(music)),
  cta_end: optional(orNull(callToAction)),
  name: optional(orNull(text({ max: 255 }))),
  model_version: optional(avatarModel),
  webhook_url: optional(webhookUrl),
});
