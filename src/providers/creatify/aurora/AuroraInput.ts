import { inputRules, optional, required } from '../../../contract/inputRules.js';
import {
  numberFrom,
  orNull,
  text,
  webUrl,
  wholeFrom,
  wordLike,
} from '../../../contract/valueRules.js';
import { webhookUrl } from '../sharedFields.js';

/** The models that Creatify documents for Aurora. @since 0.1.0 */
export type AuroraModel = 'aurora_v1' | 'aurora_v1_fast';

/**
 * What Creatify makes an Aurora video of: one image that speaks one audio.
 *
 * @see https://docs.creatify.ai/api-reference/aurora/post-aurora (read 2026-11-22)
 * @since 0.1.0
 */
export interface AuroraInput {
  /** URL of the audio: `mp3` or `wav`, at most 5 minutes. */
  readonly audio: string;
  /** URL of the image: `png`, `jpg`, `jpeg` or `webp`. */
  readonly image: string;
  /** A name for the video, at most 255 characters. */
  readonly name?: string | null;
  /** The style, mood or scene to aim at: camera, light, expression, pose, motion. */
  readonly text_prompt?: string;
  /** How closely to follow the prompt, from 0 to 10. @defaultValue 1, at Creatify */
  readonly prompt_guidance_scale?: number;
  /**
   * `aurora_v1` is better and costs 1 credit a second; `aurora_v1_fast` costs 0.5. Newer models are
   * taken as well.
   *
   * @defaultValue `'aurora_v1'`, at Creatify
   */
  readonly model_version?: AuroraModel | (string & {});
  /** Where Creatify is to report changes of the status: http(s), at most 200 characters. */
  readonly webhook_url?: string | null;
  /** How many days the video is kept, a whole number from 1; no page says how many it may be. */
  readonly ttl_days?: number;
  /** A URL that Creatify is to bring the video to; no page says how. */
  readonly output_upload_url?: string;
}

/** The rules of {@link AuroraInput}, as its page states them. @since 0.1.0 */
export const auroraInputIssues = inputRules<AuroraInput>({
  audio: required(webUrl()),
  image: required(webUrl()),
  name: optional(orNull(text({ max: 255 }))),
  text_prompt: optional(text()),
  prompt_guidance_scale: optional(numberFrom(0, 10)),
  model_version: optional(wordLike('aurora_v1', 'aurora_v1_fast')),
  webhook_url: optional(webhookUrl),
  ttl_days: optional(wholeFrom(1)),
  output_upload_url: optional(webUrl()),
});
