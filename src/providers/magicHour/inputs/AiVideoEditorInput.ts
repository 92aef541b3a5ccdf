import { inputRules, optional, recordOf, required } from '../../../contract/inputRules.js';
import { text, wordLike } from '../../../contract/valueRules.js';
import type { OpenClip } from './Clip.js';
import { endsAfterStart, openClipRules } from './Clip.js';
import type { FilePath } from './FilePath.js';
import { filePath } from './FilePath.js';
import type { ProjectInput } from './ProjectInput.js';
import { projectRules } from './ProjectInput.js';

/** What is to be changed. @since 0.1.0 */
export interface AiVideoEditorStyle {
  /** What is to be changed, in words; not empty. */
  readonly prompt: string;
}

/** The video that is edited. @since 0.1.0 */
export interface AiVideoEditorAssets {
  /** The video that is edited. */
  readonly video_file_path: FilePath;
}

/**
 * What an edited video is made of.
 *
 * @see https://docs.magichour.ai/api-reference/video-projects/ai-video-editor (read 2026-11-22)
 * @since 0.1.0
 */
export interface AiVideoEditorInput extends ProjectInput, OpenClip {
  /**
   * Clips of 3 to 10 s for `gemini-omni`, of 0.5 to 45 s for `ltx-2.3`. An open list, since models are
   * added.
   *
   * @defaultValue the first on a paid plan, else the second, at Magic Hour
   */
  readonly model?: 'gemini-omni' | 'ltx-2.3' | (string & {});
  /**
   * How sharp the result is; `gemini-omni` gives 720p alone. An open list, since models bring new ones.
   *
   * @defaultValue `'720p'` on a paid plan, else `'480p'`, at Magic Hour
   */
  readonly resolution?: '480p' | '720p' | '1080p' | (string & {});
  /** What is to be changed. */
  readonly style: AiVideoEditorStyle;
  /** The video that is edited. */
  readonly assets: AiVideoEditorAssets;
}

/** The rules of {@link AiVideoEditorInput}. @since 0.1.0 */
export const aiVideoEditorIssues = inputRules<AiVideoEditorInput>(
  {
    ...projectRules,
    ...openClipRules,
    model: optional(wordLike('gemini-omni', 'ltx-2.3')),
    resolution: optional(wordLike('480p', '720p', '1080p')),
    style: required(recordOf<AiVideoEditorStyle>({ prompt: required(text({ min: 1 })) })),
    assets: required(recordOf<AiVideoEditorAssets>({ video_file_path: required(filePath) })),
  },
  endsAfterStart,
);
