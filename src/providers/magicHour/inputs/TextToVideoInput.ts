import { inputRules, optional, recordOf, required } from '../../../contract/inputRules.js';
import { listOf, text, textLike, wordLike } from '../../../contract/valueRules.js';
import type { FilePath } from './FilePath.js';
import { filePath } from './FilePath.js';
import type { ProjectInput } from './ProjectInput.js';
import { projectRules } from './ProjectInput.js';
import type { VideoModelChoice } from './VideoModelChoice.js';
import { videoModelRules } from './VideoModelChoice.js';

/** What the video shows. @since 0.1.0 */
export interface TextToVideoStyle {
  /** What is to be seen, 1 to 20000 characters; older versions of Magic Hour took 2000. */
  readonly prompt: string;
}

/** A file that the prompt speaks of by name. @since 0.1.0 */
export interface TextToVideoReference {
  /** A letter, then letters, digits, `_` or `-`. */
  readonly name: string;
  /** The file. */
  readonly file_path: FilePath;
}

/**
 * What a video is made of by words alone.
 *
 * @see https://docs.magichour.ai/api-reference/video-projects/text-to-video (read 2026-11-22)
 * @since 0.1.0
 */
export interface TextToVideoInput extends ProjectInput, VideoModelChoice {
  /** Width to height; not every model gives each. An open list, since models bring new ones. */
  readonly aspect_ratio?: '16:9' | '9:16' | '1:1' | (string & {});
  /** What the video shows. */
  readonly style: TextToVideoStyle;
  /** From 1 to 10 files that the prompt speaks of; newer than the rest. */
  readonly references?: readonly TextToVideoReference[];
}

const referenceName = textLike(/^[A-Za-z][\w-]*$/, 'a letter, then letters, digits, "_" or "-"');

/** The rules of {@link TextToVideoInput}. @since 0.1.0 */
export const textToVideoIssues = inputRules<TextToVideoInput>({
  ...projectRules,
  ...videoModelRules,
  aspect_ratio: optional(wordLike('16:9', '9:16', '1:1')),
  style: required(recordOf<TextToVideoStyle>({ prompt: required(text({ min: 1, max: 20_000 })) })),
  references: optional(
    listOf(
      recordOf<TextToVideoReference>({
        name: required(referenceName),
        file_path: required(filePath),
      }),
      { min: 1, max: 10 },
    ),
  ),
});
