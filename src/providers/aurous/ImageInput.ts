import { together } from '../../contract/crossRules.js';
import type { CrossRule } from '../../contract/inputRules.js';
import { fieldPath, inputRules, optional, required } from '../../contract/inputRules.js';
import {
  finite,
  flag,
  jobId,
  listOf,
  numberFrom,
  text,
  webUrl,
  wholeFrom,
  wordLike,
} from '../../contract/valueRules.js';
import { referenceImage } from './referenceImage.js';

/** Sizes that Aurous names; it may name more. @since 0.1.0 */
export type ImageSize =
  `${'2k' | '4k'}_${'1_1' | '3_2' | '2_3' | '4_3' | '3_4' | '16_9' | '9_16' | '21_9'}`;

/**
 * What Aurous makes an image of.
 *
 * @see https://docs.aurous-labs.com/api-reference/images/create-image (read 2026-11-22)
 * @since 0.1.0
 */
export interface ImageInput {
  /** What is to be seen, 1 to 4,000 characters. */
  readonly prompt: string;
  /** What is not to be seen, 1 to 4,000 characters. */
  readonly negative_prompt?: string;
  /** A style, by its `lora_…` id or its slug. @defaultValue Aurous picks one by the prompt */
  readonly lora_id?: string;
  /** A character that is `ready`; not together with `reference_image_urls`. */
  readonly character_id?: string;
  /** Pictures to work from: `file_…` ids or https URLs; not together with `character_id`. */
  readonly reference_image_urls?: readonly string[];
  /** A named size; not together with `width` and `height`. Sizes to come are taken as well. */
  readonly size?: ImageSize | (string & {});
  /** In pixels, from 1024 to 4096; Aurous takes the nearest multiple of 32. Needs `height`. */
  readonly width?: number;
  /** In pixels, from 1024 to 4096; Aurous takes the nearest multiple of 32. Needs `width`. */
  readonly height?: number;
  /** Steps of diffusion, from 1 to 100: more take longer. */
  readonly steps?: number;
  /** How closely to follow the prompt, from 0.1 to 30. */
  readonly guidance_scale?: number;
  /** How much of the guidance is scaled back. */
  readonly cfg_rescale?: number;
  /** How far to go from the pictures that are worked from. */
  readonly denoise_strength?: number;
  /** The same seed repeats an image. @defaultValue a random one */
  readonly seed?: number;
  /** How many images, at least 1. */
  readonly count?: number;
  /** Whether a language model rewrites the prompt; costs more. */
  readonly enhance_prompt?: boolean;
  /** Where Aurous is to report the end. */
  readonly webhook_url?: string;
}

/** At most one of two fields that say the same in different ways. */
const notBoth =
  (one: string, other: string): CrossRule =>
  (fields, path) =>
    fields[one] === undefined || fields[other] === undefined
      ? []
      : [{ path: fieldPath(path, other), message: `cannot be given together with ${one}` }];

/** The rules of {@link ImageInput}, as its page states them. @since 0.1.0 */
export const imageInputIssues = inputRules<ImageInput>(
  {
    prompt: required(text({ min: 1, max: 4_000 })),
    negative_prompt: optional(text({ min: 1, max: 4_000 })),
    lora_id: optional(text({ min: 1 })),
    character_id: optional(jobId),
    reference_image_urls: optional(listOf(referenceImage)),
    size: optional(wordLike('2k_1_1', '2k_16_9', '4k_1_1')),
    width: optional(wholeFrom(1_024, 4_096)),
    height: optional(wholeFrom(1_024, 4_096)),
    steps: optional(wholeFrom(1, 100)),
    guidance_scale: optional(numberFrom(0.1, 30)),
    cfg_rescale: optional(finite),
    denoise_strength: optional(finite),
    seed: optional(finite),
    count: optional(wholeFrom(1, Number.MAX_SAFE_INTEGER)),
    enhance_prompt: optional(flag),
    webhook_url: optional(webUrl()),
  },
  together('width', 'height'),
  notBoth('size', 'width'),
  notBoth('character_id', 'reference_image_urls'),
);
