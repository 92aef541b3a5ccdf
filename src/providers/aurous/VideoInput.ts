import type { CrossRule } from '../../contract/inputRules.js';
import { fieldPath, inputRules, optional } from '../../contract/inputRules.js';
import { oneRequired } from '../../contract/crossRules.js';
import { flag, finite, oneOf, text, webUrl, wholeFrom } from '../../contract/valueRules.js';
import { referenceImage } from './referenceImage.js';

/**
 * What Aurous makes a video of: a prompt, a first frame, or a first and a last one.
 *
 * @see https://docs.aurous-labs.com/api-reference/videos/create-video (read 2026-11-22)
 * @since 0.1.0
 */
export interface VideoInput {
  /** What is to be seen; optional where a first frame is given. */
  readonly prompt?: string;
  /** A style, by its `lora_…` id or its slug. */
  readonly video_lora_id?: string;
  /** The picture to begin with: a `file_…` id or an https URL. */
  readonly first_frame_url?: string;
  /** The picture to end with: a `file_…` id or an https URL. Needs `first_frame_url`. */
  readonly last_frame_url?: string;
  /** A closed list: the price follows it. */
  readonly resolution?: '480p' | '720p' | '1080p';
  /** Width to height. A closed list, by its page. */
  readonly ratio?: '16:9' | '4:3' | '1:1' | '3:4' | '9:16' | '21:9';
  /** In whole seconds, from 2 to 12. @defaultValue 5, at Aurous */
  readonly duration?: number;
  /** The same seed repeats a video; -1 for a random one. */
  readonly seed?: number;
  /** Whether the camera stands still. */
  readonly camera_fixed?: boolean;
  /** Whether a watermark is added. */
  readonly watermark?: boolean;
  /** Whether a language model rewrites the prompt. */
  readonly enhance_prompt?: boolean;
  /** Where Aurous is to report the end. */
  readonly webhook_url?: string;
}

const lastNeedsFirst: CrossRule = (fields, path) =>
  fields['last_frame_url'] !== undefined && fields['first_frame_url'] === undefined
    ? [{ path: fieldPath(path, 'first_frame_url'), message: 'is required with last_frame_url' }]
    : [];

/** The rules of {@link VideoInput}, as its page states them. @since 0.1.0 */
export const videoInputIssues = inputRules<VideoInput>(
  {
    prompt: optional(text({ min: 1 })),
    video_lora_id: optional(text({ min: 1 })),
    first_frame_url: optional(referenceImage),
    last_frame_url: optional(referenceImage),
    resolution: optional(oneOf('480p', '720p', '1080p')),
    ratio: optional(oneOf('16:9', '4:3', '1:1', '3:4', '9:16', '21:9')),
    duration: optional(wholeFrom(2, 12)),
    seed: optional(finite),
    camera_fixed: optional(flag),
    watermark: optional(flag),
    enhance_prompt: optional(flag),
    webhook_url: optional(webUrl()),
  },
  oneRequired('prompt', 'first_frame_url'),
  lastNeedsFirst,
);
