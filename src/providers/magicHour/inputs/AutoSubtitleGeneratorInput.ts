import { oneRequired } from '../../../contract/crossRules.js';
import type { CrossRule } from '../../../contract/inputRules.js';
import {
  fieldPath,
  inputRules,
  optional,
  recordOf,
  required,
} from '../../../contract/inputRules.js';
import { finite, text, wordLike } from '../../../contract/valueRules.js';
import type { Clip } from './Clip.js';
import { clipRules, endsAfterStart } from './Clip.js';
import type { FilePath } from './FilePath.js';
import { filePath } from './FilePath.js';
import type { ProjectInput } from './ProjectInput.js';
import { projectRules } from './ProjectInput.js';

/** The video that gets subtitles. @since 0.1.0 */
export interface AutoSubtitleGeneratorAssets {
  /** The video that gets subtitles. */
  readonly video_file_path: FilePath;
}

/** Single traits of subtitles. Without a template, the four that say so are required. @since 0.1.0 */
export interface SubtitleConfig {
  /** Name of a font of Google Fonts; required without a template. */
  readonly font?: string;
  /** Pixels. @defaultValue what suits the video, at Magic Hour */
  readonly font_size?: number;
  /** Such as `normal`, `italic` or `bold`. */
  readonly font_style?: string;
  /** Colour of the letters, as hex; required without a template. */
  readonly text_color?: string;
  /** Colour of the word that is being said. */
  readonly highlighted_text_color?: string;
  /** Colour of the letters' outline. */
  readonly stroke_color?: string;
  /** Pixels of the outline. @defaultValue what suits the font, where a colour is given, at Magic Hour */
  readonly stroke_width?: number;
  /** Such as `top`, `center` or `bottom`; required without a template. */
  readonly vertical_position?: string;
  /** Such as `left`, `center` or `right`; required without a template. */
  readonly horizontal_position?: string;
}

/** What the subtitles look like: a template, traits of your own, or a template with traits changed. @since 0.1.0 */
export interface AutoSubtitleGeneratorStyle {
  /** A set of traits with a name. An open list, since templates are added. */
  readonly template?: 'karaoke' | 'cinematic' | 'minimalist' | 'highlight' | (string & {});
  /** Traits of your own; they go before those of the template. */
  readonly custom_config?: SubtitleConfig;
}

/**
 * What a video with subtitles is made of.
 *
 * @see https://docs.magichour.ai/api-reference/video-projects/auto-subtitle-generator (read 2026-11-22)
 * @since 0.1.0
 */
export interface AutoSubtitleGeneratorInput extends ProjectInput, Clip {
  /** The video that gets subtitles. */
  readonly assets: AutoSubtitleGeneratorAssets;
  /** What the subtitles look like. */
  readonly style: AutoSubtitleGeneratorStyle;
}

const ALONE = ['font', 'text_color', 'vertical_position', 'horizontal_position'] as const;

/** What no template gives has to be given. */
const wholeConfig: CrossRule = ({ template, custom_config }, path) => {
  if (template !== undefined || typeof custom_config !== 'object' || custom_config === null) {
    return [];
  }
  const config = custom_config as SubtitleConfig;
  return ALONE.filter((name) => config[name] === undefined).map((name) => ({
    path: fieldPath(path, `custom_config.${name}`),
    message: 'is required where there is no template',
  }));
};

/** The rules of {@link AutoSubtitleGeneratorInput}. @since 0.1.0 */
export const autoSubtitleGeneratorIssues = inputRules<AutoSubtitleGeneratorInput>(
  {
    ...projectRules,
    ...clipRules,
    assets: required(
      recordOf<AutoSubtitleGeneratorAssets>({ video_file_path: required(filePath) }),
    ),
    style: required(
      recordOf<AutoSubtitleGeneratorStyle>(
        {
          template: optional(wordLike('karaoke', 'cinematic', 'minimalist', 'highlight')),
          custom_config: optional(
            recordOf<SubtitleConfig>({
              font: optional(text()),
              font_size: optional(finite),
              font_style: optional(text()),
              text_color: optional(text()),
              highlighted_text_color: optional(text()),
              stroke_color: optional(text()),
              stroke_width: optional(finite),
              vertical_position: optional(text()),
              horizontal_position: optional(text()),
            }),
          ),
        },
        oneRequired('template', 'custom_config'),
        wholeConfig,
      ),
    ),
  },
  endsAfterStart,
);
