import type { FieldRules } from '../../../contract/inputRules.js';
import { optional, required } from '../../../contract/inputRules.js';
import { flag, numberFrom, wordLike } from '../../../contract/valueRules.js';
import type { VideoModel } from '../words/VideoModel.js';

/** What the two tools take that make a video out of nothing: how long, how sharp, by which model. @since 0.1.0 */
export interface VideoModelChoice {
  /** How long the video is, in seconds, from 1 to 60; each model has lengths of its own. */
  readonly end_seconds: number;
  /**
   * The model. An open list, since models are added.
   *
   * @defaultValue `'default'`: what Magic Hour holds best for your plan
   */
  readonly model?: VideoModel | (string & {});
  /**
   * How sharp the video is; not every model gives each. An open list, since models bring new ones.
   *
   * @defaultValue `'720p'` on a paid plan, else `'480p'`, at Magic Hour
   */
  readonly resolution?: '360p' | '480p' | '720p' | '1080p' | '4k' | (string & {});
  /** Whether the video gets sound, where the model can; with some it costs. @defaultValue false, at Magic Hour */
  readonly audio?: boolean;
}

/** The rules of {@link VideoModelChoice}. @since 0.1.0 */
export const videoModelRules: FieldRules<VideoModelChoice> = {
  end_seconds: required(numberFrom(1, 60)),
  model: optional(wordLike('default', 'ltx-2.3', 'kling-3.0', 'veo3.1')),
  resolution: optional(wordLike('480p', '720p', '1080p', '4k')),
  audio: optional(flag),
};
