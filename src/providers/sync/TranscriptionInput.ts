import type { CrossRule } from '../../contract/inputRules.js';
import { inputRules, optional } from '../../contract/inputRules.js';
import { text, webUrl } from '../../contract/valueRules.js';
import { positive } from './positive.js';

/**
 * What to write down: exactly one source, which is in sync.so's own storage.
 *
 * @see https://sync.so/docs/api-reference/api/transcriptions-api/create (read 2026-11-22)
 * @see https://sync.so/docs/developer-guides/dialogue-editing (read 2026-11-22)
 * @since 0.1.0
 */
export interface TranscriptionInput {
  /** URL of a video, as `assets.upload` gives it. Dialogue edits need the video's own. */
  readonly sourceVideoUrl?: string;
  /** URL of an audio, as `assets.upload` gives it. */
  readonly sourceAudioUrl?: string;
  /** The project to put it into. */
  readonly projectId?: string;
  /** Longest source that is taken, in seconds, `> 0`. */
  readonly maxSourceSeconds?: number;
}

const oneSource: CrossRule = ({ sourceVideoUrl, sourceAudioUrl }, path) =>
  (sourceVideoUrl === undefined) === (sourceAudioUrl === undefined)
    ? [{ path, message: 'needs either sourceVideoUrl or sourceAudioUrl' }]
    : [];

/** What is wrong with the input of a transcription. Never throws. @since 0.1.0 */
export const transcriptionInputIssues = inputRules<TranscriptionInput>(
  {
    sourceVideoUrl: optional(webUrl()), // documented
    sourceAudioUrl: optional(webUrl()), // documented
    // https://github.com/synchronicity-labs/mcp-server sends these two (read 2026-11-22).
    projectId: optional(text({ min: 1 })), // documented
    maxSourceSeconds: optional(positive), // documented
  },
  oneSource,
);
