import { requiredIf } from '../../../contract/crossRules.js';
import type { CrossRule } from '../../../contract/inputRules.js';
import {
  fieldPath,
  inputRules,
  optional,
  recordOf,
  required,
} from '../../../contract/inputRules.js';
import { numberFrom, oneOf, text, webUrl, wholeFrom } from '../../../contract/valueRules.js';
import { wholeAtLeast } from '../fieldRules.js';
import type { AnimationArtStyle } from '../words/AnimationArtStyle.js';
import { ANIMATION_ART_STYLES } from '../words/AnimationArtStyle.js';
import type { CameraEffect } from '../words/CameraEffect.js';
import { CAMERA_EFFECTS } from '../words/CameraEffect.js';
import type { FilePath } from './FilePath.js';
import { filePath } from './FilePath.js';
import type { ProjectInput } from './ProjectInput.js';
import { projectRules } from './ProjectInput.js';

/** What the animation shows, and how it moves. @since 0.1.0 */
export interface AnimationStyle {
  /** Its look. A closed list: a slip in so exact a name is likelier than a new one, and there is `Custom`. */
  readonly art_style: AnimationArtStyle;
  /** Its look in your own words; required when `art_style` is `Custom`. */
  readonly art_style_custom?: string;
  /** How its camera moves. A closed list: a slip in so exact a name is likelier than a new one. */
  readonly camera_effect: CameraEffect;
  /**
   * Who says what is to be seen: you, the words sung, or Magic Hour. The last two need a recording. A
   * closed list, since it decides which other fields are read.
   */
  readonly prompt_type: 'custom' | 'use_lyrics' | 'ai_choose';
  /** What is to be seen; required when `prompt_type` is `custom`, not heeded else. */
  readonly prompt?: string;
  /** How fast one picture becomes the next: whole, from 1 (calm) to 10 (restless). */
  readonly transition_speed: number;
}

/** What is heard, and what is seen first. @since 0.1.0 */
export interface AnimationAssets {
  /** Which of the two fields below has the recording, if any; a closed list, since they are all there is. */
  readonly audio_source: 'none' | 'file' | 'youtube';
  /** The recording; required when `audio_source` is `file`. */
  readonly audio_file_path?: FilePath;
  /** URL of the recording at YouTube; required when `audio_source` is `youtube`. */
  readonly youtube_url?: string;
  /** The picture that the animation begins with. */
  readonly image_file_path?: FilePath;
}

/**
 * What an animation is made of.
 *
 * @see https://docs.magichour.ai/api-reference/video-projects/animation (read 2026-11-22)
 * @since 0.1.0
 */
export interface AnimationInput extends ProjectInput {
  /** Frames a second, `>= 1`; each costs. */
  readonly fps: number;
  /** How long the animation is, in seconds, `>= 0.1`. */
  readonly end_seconds: number;
  /** Pixels, `>= 64`; the plan sets the most. */
  readonly height: number;
  /** Pixels, `>= 64`; the plan sets the most. */
  readonly width: number;
  /** What the animation shows, and how it moves. */
  readonly style: AnimationStyle;
  /** What is heard, and what is seen first. */
  readonly assets: AnimationAssets;
}

/** Whoever takes the prompt out of a recording needs one. */
const recordingForPrompt: CrossRule = ({ style, assets }, path) => {
  const { prompt_type } = (style ?? {}) as Partial<AnimationStyle>;
  const { audio_source } = (assets ?? {}) as Partial<AnimationAssets>;
  if (audio_source !== 'none' || (prompt_type !== 'use_lyrics' && prompt_type !== 'ai_choose')) {
    return [];
  }
  const message = `must be "file" or "youtube" when style.prompt_type is "${prompt_type}"`;
  return [{ path: fieldPath(path, 'assets.audio_source'), message }];
};

/** The rules of {@link AnimationInput}. @since 0.1.0 */
export const animationIssues = inputRules<AnimationInput>(
  {
    ...projectRules,
    fps: required(numberFrom(1)),
    end_seconds: required(numberFrom(0.1)),
    height: required(wholeAtLeast(64)),
    width: required(wholeAtLeast(64)),
    style: required(
      recordOf<AnimationStyle>(
        {
          art_style: required(oneOf(...ANIMATION_ART_STYLES)),
          art_style_custom: optional(text()),
          camera_effect: required(oneOf(...CAMERA_EFFECTS)),
          prompt_type: required(oneOf('custom', 'use_lyrics', 'ai_choose')),
          prompt: optional(text()),
          transition_speed: required(wholeFrom(1, 10)),
        },
        requiredIf('art_style_custom', 'art_style', 'Custom'),
        requiredIf('prompt', 'prompt_type', 'custom'),
      ),
    ),
    assets: required(
      recordOf<AnimationAssets>(
        {
          audio_source: required(oneOf('none', 'file', 'youtube')),
          audio_file_path: optional(filePath),
          youtube_url: optional(webUrl()),
          image_file_path: optional(filePath),
        },
        requiredIf('audio_file_path', 'audio_source', 'file'),
        requiredIf('youtube_url', 'audio_source', 'youtube'),
      ),
    ),
  },
  recordingForPrompt,
);
