import { requiredIf } from '../../../contract/crossRules.js';
import { inputRules, optional, recordOf, required } from '../../../contract/inputRules.js';
import { oneOf, orNull, text, wordLike } from '../../../contract/valueRules.js';
import type { VideoArtStyle } from '../words/VideoArtStyle.js';
import { VIDEO_ART_STYLES } from '../words/VideoArtStyle.js';
import type { Clip } from './Clip.js';
import { clipRules, endsAfterStart } from './Clip.js';
import type { ProjectInput } from './ProjectInput.js';
import { projectRules } from './ProjectInput.js';
import type { VideoSource } from './VideoSource.js';
import { videoSourceNeeds, videoSourceRules } from './VideoSource.js';

/** What the video becomes. @since 0.1.0 */
export interface VideoToVideoStyle {
  /** Its look. A closed list: a slip in so exact a name is likelier than a new one. */
  readonly art_style: VideoArtStyle;
  /**
   * `v1` keeps closer to the prompt, `v2` is faster and calmer; `default` is what suits the art style.
   * An open list, since versions are added.
   *
   * @defaultValue `'default'`, at Magic Hour
   */
  readonly version?: 'v1' | 'v2' | 'default' | (string & {});
  /**
   * Whether the art style's own prompt counts, yours, or both. A closed list, since it decides whether
   * `prompt` is read.
   *
   * @defaultValue `'default'`, at Magic Hour
   */
  readonly prompt_type?: 'default' | 'custom' | 'append_default';
  /** What is to be seen; required unless `prompt_type` is `default`, and not heeded then. */
  readonly prompt?: string | null;
  /**
   * The model that draws; `default` is what suits the art style. An open list, since models are added.
   *
   * @defaultValue `'default'`, at Magic Hour
   */
  readonly model?:
    | 'Dreamshaper'
    | 'Absolute Reality'
    | 'Flat 2D Anime'
    | 'Soft Anime'
    | 'Kaywaii'
    | 'Western Anime'
    | '3D Anime'
    | 'default'
    | (string & {});
}

/**
 * What a redrawn video is made of.
 *
 * @see https://docs.magichour.ai/api-reference/video-projects/video-to-video (read 2026-11-22)
 * @since 0.1.0
 */
export interface VideoToVideoInput extends ProjectInput, Clip {
  /**
   * Whether each frame is drawn or every other one. A closed list, since these are all there is.
   *
   * @defaultValue `'HALF'`, at Magic Hour
   */
  readonly fps_resolution?: 'FULL' | 'HALF';
  /** What the video becomes. */
  readonly style: VideoToVideoStyle;
  /** The video that is redrawn. */
  readonly assets: VideoSource;
}

/** The rules of {@link VideoToVideoInput}. @since 0.1.0 */
export const videoToVideoIssues = inputRules<VideoToVideoInput>(
  {
    ...projectRules,
    ...clipRules,
    fps_resolution: optional(oneOf('FULL', 'HALF')),
    style: required(
      recordOf<VideoToVideoStyle>(
        {
          art_style: required(oneOf(...VIDEO_ART_STYLES)),
          version: optional(wordLike('v1', 'v2', 'default')),
          prompt_type: optional(oneOf('default', 'custom', 'append_default')),
          prompt: optional(orNull(text())),
          model: optional(wordLike('Dreamshaper', 'Absolute Reality', 'default')),
        },
        requiredIf('prompt', 'prompt_type', 'custom'),
        requiredIf('prompt', 'prompt_type', 'append_default'),
      ),
    ),
    assets: required(recordOf<VideoSource>(videoSourceRules, ...videoSourceNeeds)),
  },
  endsAfterStart,
);
