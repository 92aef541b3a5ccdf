import type { TypeOf } from 'io-ts';
import type { JobKind } from '../../contract/JobKind.js';
import { moment, numeric, text, vendorId, word } from '../../contract/lenient.js';
import { lenientBody } from '../../contract/lenientBody.js';
import { pathSegment } from '../../contract/pathSegment.js';
import { pickFields } from '../../contract/pickFields.js';
import { asItCame } from './asItCame.js';
import { errorOf } from './errorOf.js';
import { failureOf, JobErrorBody } from './JobErrorBody.js';
import { TRANSCRIPTION_PHASES } from './status.js';
import type { Transcript } from './Transcript.js';
import type { TranscriptionInput } from './TranscriptionInput.js';
import { transcriptionInputIssues } from './TranscriptionInput.js';

/**
 * The body of a look at a transcription, and of its create's answer.
 *
 * @see https://sync.so/docs/api-reference/api/transcriptions-api/get (read 2026-11-22)
 * @since 0.1.0
 */
export const TranscriptionBody = lenientBody(
  'a transcription',
  { id: vendorId, status: word },
  {
    transcript: asItCame,
    speakerCount: numeric,
    difficulty: text,
    error: JobErrorBody,
    createdAt: moment,
  },
);

/** What {@link TranscriptionBody} decodes to. @since 0.1.0 */
export type TranscriptionBody = TypeOf<typeof TranscriptionBody>;

/** What was heard. @since 0.1.0 */
export interface TranscriptionOutput {
  /** The words, with their times. */
  readonly transcript: Transcript;
  /** How many people speak; dialogue edits are for one. */
  readonly speakerCount?: number;
  /** How hard it was, in sync.so's word. */
  readonly difficulty?: string;
}

/**
 * sync.so's transcriptions: words with their times, for dialogue edits. A create that is sent again is
 * not recognized by a key.
 *
 * @see https://sync.so/docs/api-reference/api/transcriptions-api/create (read 2026-11-22)
 * @since 0.1.0
 */
export const transcriptions: JobKind<TranscriptionInput, TranscriptionBody, TranscriptionOutput> = {
  provider: 'sync',
  kind: 'transcriptions',
  check: transcriptionInputIssues,
  submit: (input) => ({ method: 'POST', path: '/v2/transcriptions', json: input }),
  look: (id) => ({ method: 'GET', path: `/v2/transcriptions/${pathSegment(id)}` }),
  buckets: {},
  codec: TranscriptionBody,
  id: (body) => body.id,
  status: (body) => body.status,
  phases: TRANSCRIPTION_PHASES,
  output: ({ transcript, ...body }) =>
    transcript === undefined
      ? undefined
      : { transcript: transcript, ...pickFields(body, 'speakerCount', 'difficulty') },
  failure: failureOf,
  createdAt: (body) => body.createdAt,
  errorOf,
};
