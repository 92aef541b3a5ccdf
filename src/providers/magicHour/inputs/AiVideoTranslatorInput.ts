import type { CrossRule } from '../../../contract/inputRules.js';
import {
  fieldPath,
  inputRules,
  optional,
  recordOf,
  required,
} from '../../../contract/inputRules.js';
import { finite, wordLike } from '../../../contract/valueRules.js';
import type { TargetLanguage } from '../words/TargetLanguage.js';
import type { FilePath } from './FilePath.js';
import { filePath } from './FilePath.js';
import type { ProjectInput } from './ProjectInput.js';
import { projectRules } from './ProjectInput.js';

/** The video that is translated. @since 0.1.0 */
export interface AiVideoTranslatorAssets {
  /** The video that is translated. */
  readonly video_file_path: FilePath;
}

/**
 * What a video in another language is made of. The clip is 1 to 30 seconds long.
 *
 * @see https://docs.magichour.ai/api-reference/video-projects/ai-video-translator (read 2026-11-22)
 * @since 0.1.0
 */
export interface AiVideoTranslatorInput extends ProjectInput {
  /** Where the clip begins in its source, in seconds. @defaultValue 0, at Magic Hour */
  readonly start_seconds?: number;
  /** Where the clip ends in its source, in seconds: 1 to 30 after its beginning. */
  readonly end_seconds: number;
  /** The language to speak, by its English name. An open list, since languages are added. */
  readonly target_language: TargetLanguage | (string & {});
  /**
   * How sharp the result is; 720p and 1080p need a paid plan. An open list, since the document has none.
   *
   * @defaultValue `'480p'`, at Magic Hour
   */
  readonly resolution?: '480p' | '720p' | '1080p' | (string & {});
  /** The video that is translated. */
  readonly assets: AiVideoTranslatorAssets;
}

const LEAST_SECONDS = 1;
const MOST_SECONDS = 30;
/** Binary fractions miss decimal lengths by less than this. */
const NEARLY = 1e-9;

const clipLength: CrossRule = ({ start_seconds = 0, end_seconds }, path) => {
  if (typeof start_seconds !== 'number' || typeof end_seconds !== 'number') return [];
  const length = end_seconds - start_seconds;
  const message = `must be ${LEAST_SECONDS} to ${MOST_SECONDS} seconds after start_seconds`;
  return length >= LEAST_SECONDS - NEARLY && length <= MOST_SECONDS + NEARLY
    ? []
    : [{ path: fieldPath(path, 'end_seconds'), message }];
};

/** The rules of {@link AiVideoTranslatorInput}. @since 0.1.0 */
export const aiVideoTranslatorIssues = inputRules<AiVideoTranslatorInput>(
  {
    ...projectRules,
    start_seconds: optional(finite),
    end_seconds: required(finite),
    target_language: required(wordLike('English', 'Spanish', 'Chinese (Simplified)')),
    resolution: optional(wordLike('480p', '720p', '1080p')),
    assets: required(recordOf<AiVideoTranslatorAssets>({ video_file_path: required(filePath) })),
  },
  clipLength,
);
