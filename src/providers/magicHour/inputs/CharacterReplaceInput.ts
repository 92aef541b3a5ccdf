import { requiredIf } from '../../../contract/crossRules.js';
import { inputRules, optional, recordOf, required } from '../../../contract/inputRules.js';
import { listOf, numberFrom, oneOf, wordLike } from '../../../contract/valueRules.js';
import { wholeAtLeast } from '../fieldRules.js';
import type { OpenClip } from './Clip.js';
import { endsAfterStart, openClipRules } from './Clip.js';
import type { FilePath } from './FilePath.js';
import { filePath } from './FilePath.js';
import type { ProjectInput } from './ProjectInput.js';
import { projectRules } from './ProjectInput.js';

/** The video, and who comes into it. @since 0.1.0 */
export interface CharacterReplaceAssets {
  /** The video with the one who goes, or whose movements are used. */
  readonly video_file_path: FilePath;
  /** A picture of the one who comes, or who is to move. */
  readonly image_file_path: FilePath;
}

/** A mark on the one who is meant. @since 0.1.0 */
export interface CharacterPoint {
  /** Pixels from the left edge of the frame, whole, `>= 0`. */
  readonly position_x: number;
  /** Pixels from the upper edge of the frame, whole, `>= 0`. */
  readonly position_y: number;
  /** The moment of the frame in the whole video, in seconds, `>= 0`. */
  readonly time_seconds: number;
}

/** What is done, and with whom. @since 0.1.0 */
export interface CharacterReplaceStyle {
  /**
   * `replace` puts the one of the picture into the video; `animate` lets the picture move as the one in
   * the video does. A closed list, since each is another task.
   */
  readonly mode?: 'replace' | 'animate';
  /**
   * Whether the one who is meant is looked for or marked. A closed list, since it decides whether
   * `points` are read.
   *
   * @defaultValue `'auto'`, at Magic Hour
   */
  readonly selection_mode?: 'auto' | 'point';
  /** Marks on the one who is meant; required when `selection_mode` is `point`, not heeded else. */
  readonly points?: readonly CharacterPoint[];
}

/**
 * What a video with another character is made of.
 *
 * @see https://docs.magichour.ai/api-reference/video-projects/character-replace (read 2026-11-22)
 * @since 0.1.0
 */
export interface CharacterReplaceInput extends ProjectInput, OpenClip {
  /**
   * How sharp the result is. An open list, since models bring new ones.
   *
   * @defaultValue `'480p'`, at Magic Hour
   */
  readonly resolution?: '480p' | '720p' | (string & {});
  /** The video, and who comes into it. */
  readonly assets: CharacterReplaceAssets;
  /** What is done, and with whom. */
  readonly style?: CharacterReplaceStyle;
}

/** The rules of {@link CharacterReplaceInput}. @since 0.1.0 */
export const characterReplaceIssues = inputRules<CharacterReplaceInput>(
  {
    ...projectRules,
    ...openClipRules,
    resolution: optional(wordLike('480p', '720p')),
    assets: required(
      recordOf<CharacterReplaceAssets>({
        video_file_path: required(filePath),
        image_file_path: required(filePath),
      }),
    ),
    style: optional(
      recordOf<CharacterReplaceStyle>(
        {
          mode: optional(oneOf('replace', 'animate')),
          selection_mode: optional(oneOf('auto', 'point')),
          points: optional(
            listOf(
              recordOf<CharacterPoint>({
                position_x: required(wholeAtLeast(0)),
                position_y: required(wholeAtLeast(0)),
                time_seconds: required(numberFrom(0)),
              }),
            ),
          ),
        },
        requiredIf('points', 'selection_mode', 'point'),
      ),
    ),
  },
  endsAfterStart,
);
