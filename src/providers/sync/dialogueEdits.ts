import type { TypeOf } from 'io-ts';
import { assetOf } from '../../contract/assetOf.js';
import type { JobKind } from '../../contract/JobKind.js';
import { listOf, moment, text, vendorId, webUrl, word } from '../../contract/lenient.js';
import { lenientBody } from '../../contract/lenientBody.js';
import { pathSegment } from '../../contract/pathSegment.js';
import { pickFields } from '../../contract/pickFields.js';
import type { VendorFields } from './asItCame.js';
import { asItCame } from './asItCame.js';
import type { DialogueEditInput } from './DialogueEditInput.js';
import { dialogueEditInputIssues } from './DialogueEditInput.js';
import { errorOf } from './errorOf.js';
import { failureOf, JobErrorBody } from './JobErrorBody.js';
import { DIALOGUE_EDIT_PHASES } from './status.js';
import type { Transcript } from './Transcript.js';

/**
 * The body of a look at a dialogue edit, and of its create's answer.
 *
 * @see https://sync.so/docs/api-reference/api/dialogue-edits-api/get (read 2026-11-22)
 * @since 0.1.0
 */
export const DialogueEditBody = lenientBody(
  'a dialogue edit',
  { id: vendorId, status: word },
  {
    previewAudioUrl: webUrl,
    resultTranscript: asItCame,
    resultSlots: listOf(asItCame),
    partialDetail: asItCame,
    voiceId: text,
    error: JobErrorBody,
    createdAt: moment,
  },
);

/** What {@link DialogueEditBody} decodes to. @since 0.1.0 */
export type DialogueEditBody = TypeOf<typeof DialogueEditBody>;

/** How the edited dialogue sounds. @since 0.1.0 */
export interface DialogueEditOutput {
  /** `COMPLETED_PARTIAL` where something that was asked for is missing; see `partialDetail`. */
  readonly status: 'COMPLETED' | 'COMPLETED_PARTIAL' | (string & {});
  /** The audio of the whole. */
  readonly previewAudioUrl: string;
  /** The words with their new times. */
  readonly resultTranscript?: Transcript;
  /** The regions that were edited, each with its place before and after. */
  readonly resultSlots?: readonly VendorFields[];
  /** What is missing, where it is partial. */
  readonly partialDetail?: VendorFields;
  /** The voice that was made of the source; give it to the next edit to use it again. */
  readonly voiceId?: string;
}

function output(body: DialogueEditBody): DialogueEditOutput | undefined {
  const { status, previewAudioUrl, resultTranscript } = body;
  if (previewAudioUrl === undefined) return undefined;
  return {
    status,
    previewAudioUrl,
    ...(resultTranscript === undefined ? {} : { resultTranscript: resultTranscript }),
    ...pickFields(body, 'resultSlots', 'partialDetail', 'voiceId'),
  };
}

/**
 * sync.so's dialogue edits: other words in the same voice, as an audio to listen to before a generation
 * renders it (`dialogueEdit: { id }`). A create that is sent again is not recognized.
 *
 * @see https://sync.so/docs/api-reference/api/dialogue-edits-api/create (read 2026-11-22)
 * @since 0.1.0
 */
export const dialogueEdits: JobKind<DialogueEditInput, DialogueEditBody, DialogueEditOutput> = {
  provider: 'sync',
  kind: 'dialogueEdits',
  check: dialogueEditInputIssues,
  submit: (input) => ({ method: 'POST', path: '/v2/dialogue-edits', json: input }),
  look: (id) => ({ method: 'GET', path: `/v2/dialogue-edits/${pathSegment(id)}` }),
  buckets: {},
  codec: DialogueEditBody,
  id: (body) => body.id,
  status: (body) => body.status,
  phases: DIALOGUE_EDIT_PHASES,
  output,
  failure: failureOf,
  assets: ({ previewAudioUrl }) => assetOf(previewAudioUrl, 'audio', 'previewAudioUrl'),
  createdAt: (body) => body.createdAt,
  errorOf,
};
