import type { Rule } from '../../contract/inputRules.js';
import { inputRules, optional, required } from '../../contract/inputRules.js';
import { jobId, listOf, text, webUrl } from '../../contract/valueRules.js';
import type { VendorFields } from './asItCame.js';
import { asItCame } from './asItCame.js';
import type { Transcript } from './Transcript.js';

/**
 * Words of a video that are to be said otherwise.
 *
 * The whole video is edited: sync.so refuses `startMs` and `endMs` with an API key.
 *
 * @see https://sync.so/docs/api-reference/api/dialogue-edits-api/create (read 2026-11-22)
 * @since 0.1.0
 */
export interface DialogueEditInput {
  /** URL of the video, in sync.so's own storage. */
  readonly sourceVideoUrl: string;
  /** What the video's own transcription gave, exactly as it came. */
  readonly transcript: Transcript;
  /** At least one, in sync.so's own form; they name words by their ids in the transcript. */
  readonly edits: readonly VendorFields[];
  /** The voice that an earlier edit of the video made, so that it is used again. */
  readonly voiceId?: string;
  /** The project to put it into. */
  readonly projectId?: string;
  /** The id of an edit with the same `edits`, to be made anew. */
  readonly rerunOfJobId?: string;
}

const object: Rule = {
  must: 'an object',
  check: (value, path) => (asItCame.is(value) ? [] : [{ path, message: 'must be an object' }]),
};

/** What is wrong with the input of a dialogue edit. Never throws. @since 0.1.0 */
export const dialogueEditInputIssues = inputRules<DialogueEditInput>({
  sourceVideoUrl: required(webUrl()), // documented
  transcript: required(object), // documented
  edits: required(listOf(object, { min: 1 })), // documented; their form is the vendor's to check
  // https://github.com/synchronicity-labs/mcp-server sends these three (read 2026-11-22).
  voiceId: optional(text({ min: 1 })), // documented
  projectId: optional(text({ min: 1 })), // documented
  rerunOfJobId: optional(jobId), // documented
});
