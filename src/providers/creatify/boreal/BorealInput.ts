import type { CrossRule } from '../../../contract/inputRules.js';
import { fieldPath, inputRules, optional, required } from '../../../contract/inputRules.js';
import { listOf, numberFrom, text, webUrl, wordLike } from '../../../contract/valueRules.js';
import { webhookUrl } from '../sharedFields.js';
import { modelRules } from './modelRules.js';

/** The models of Boreal. @since 0.1.0 */
export type BorealModel = 'boreal' | 'boreal-h3';

/**
 * What Boreal makes a video of: a prompt, and for a start an image, for the sound an audio track, or
 * reference media.
 *
 * @see https://docs.creatify.ai/api-reference/boreal/post-boreal (read 2026-11-22)
 * @see https://docs.creatify.ai/api-documentation/boreal/model-boreal-h3 (read 2026-11-22)
 * @since 0.1.0
 */
export interface BorealInput {
  /** The scene: subject, action, camera, dialogue, sound. */
  readonly prompt: string;
  /**
   * `boreal` makes up to 60 seconds and takes an audio track; `boreal-h3` takes an end image and
   * references. Open: newer models are taken as well.
   *
   * @defaultValue `'boreal'`, at Creatify
   */
  readonly model?: BorealModel | (string & {});
  /** URL of the first picture. */
  readonly image_url?: string;
  /** URL of the last picture; `boreal-h3` only. */
  readonly end_image_url?: string;
  /** URL of the audio that drives the video; not with `boreal-h3`. */
  readonly audio_url?: string;
  /** `boreal-h3` only: at most 9. */
  readonly reference_image_urls?: readonly string[];
  /** `boreal-h3` only: at most 3. */
  readonly reference_video_urls?: readonly string[];
  /** `boreal-h3` only: at most 3, with an image or a video as another reference. */
  readonly reference_audio_urls?: readonly string[];
  /** `720p`, `1080p` or `2k`; of `boreal-h3` `768p`, `1088p` or `2k`. Closed for each known model. */
  readonly resolution?: string;
  /** `auto`, or a shape. Open, since its list could not be read. */
  readonly aspect_ratio?: string;
  /**
   * Seconds. Of `boreal` at most 60 at 720p, 30 at 1080p, 15 at 2k; of `boreal-h3` a whole number from
   * 5 to 15.
   *
   * @defaultValue 10, at Creatify
   */
  readonly duration?: number;
  /** What is not to be seen. */
  readonly negative_prompt?: string;
  /** `none` renders the prompt of `boreal-h3` as it is. Open, since its list could not be read. */
  readonly prompt_enhancement?: string;
  /** Where Creatify is to report changes of the status: http(s), at most 200 characters. */
  readonly webhook_url?: string | null;
}

const isGiven = (value: unknown): boolean => Array.isArray(value) && value.length > 0;

const audioNeedsPicture: CrossRule = (fields, path) =>
  isGiven(fields['reference_audio_urls']) &&
  !isGiven(fields['reference_image_urls']) &&
  !isGiven(fields['reference_video_urls'])
    ? [
        {
          path: fieldPath(path, 'reference_audio_urls'),
          message: 'needs reference_image_urls or reference_video_urls',
        },
      ]
    : [];

/** The rules of {@link BorealInput}, as its pages state them. @since 0.1.0 */
export const borealInputIssues = inputRules<BorealInput>(
  {
    prompt: required(text({ min: 1 })),
    model: optional(wordLike('boreal', 'boreal-h3')),
    image_url: optional(webUrl()),
    end_image_url: optional(webUrl()),
    audio_url: optional(webUrl()),
    reference_image_urls: optional(listOf(webUrl(), { max: 9 })),
    reference_video_urls: optional(listOf(webUrl(), { max: 3 })),
    reference_audio_urls: optional(listOf(webUrl(), { max: 3 })),
    resolution: optional(wordLike('720p', '768p', '1080p', '1088p', '2k')),
    aspect_ratio: optional(wordLike('auto', '9:16', '16:9')),
    duration: optional(numberFrom(1)),
    negative_prompt: optional(text()),
    prompt_enhancement: optional(wordLike('none')),
    webhook_url: optional(webhookUrl),
  },
  modelRules,
  audioNeedsPicture,
);
