import type { TypeOf } from 'io-ts';
import { assetOf } from '../../contract/assetOf.js';
import type { JobKind } from '../../contract/JobKind.js';
import { moment, numeric, vendorId, webUrl, word } from '../../contract/lenient.js';
import { lenientBody } from '../../contract/lenientBody.js';
import { pathSegment } from '../../contract/pathSegment.js';
import { pickFields } from '../../contract/pickFields.js';
import { TTS_JOBS } from './buckets.js';
import { errorOf } from './errorOf.js';
import { idempotency } from './idempotency.js';
import { failureOf, JobErrorBody } from './JobErrorBody.js';
import { TTS_JOB_PHASES } from './status.js';
import type { TtsInput } from './TtsInput.js';
import { ttsInputIssues } from './TtsInput.js';

/**
 * The body of a look at a text-to-speech job, and of its create's answer.
 *
 * @see https://sync.so/docs/api-reference/api/tts-api/get-job (read 2026-11-22)
 * @since 0.1.0
 */
export const TtsJobBody = lenientBody(
  'a text-to-speech job',
  { id: vendorId, status: word },
  { url: webUrl, duration: numeric, error: JobErrorBody, createdAt: moment },
);

/** What {@link TtsJobBody} decodes to. @since 0.1.0 */
export type TtsJobBody = TypeOf<typeof TtsJobBody>;

/** Speech that a job made; its URL can be an audio input of a generation. @since 0.1.0 */
export interface TtsJobOutput {
  /** Where the audio is. */
  readonly url: string;
  /** Length in seconds. */
  readonly duration?: number;
}

/**
 * sync.so's text-to-speech jobs. For organizations that take part in its rollout; others get HTTP 503.
 * While a job is under way, each look says when to look again: the cadence `serverHint()` heeds it.
 *
 * @see https://sync.so/docs/developer-guides/async-text-to-speech (read 2026-11-22)
 * @see https://sync.so/docs/api-reference/api/tts-api/create-job (read 2026-11-22)
 * @since 0.1.0
 */
export const ttsJobs: JobKind<TtsInput, TtsJobBody, TtsJobOutput> = {
  provider: 'sync',
  kind: 'ttsJobs',
  check: ttsInputIssues,
  submit: (input) => ({ method: 'POST', path: '/v2/tts/jobs', json: input }),
  idempotency,
  look: (id) => ({ method: 'GET', path: `/v2/tts/jobs/${pathSegment(id)}` }),
  buckets: { submit: TTS_JOBS },
  codec: TtsJobBody,
  id: (body) => body.id,
  status: (body) => body.status,
  phases: TTS_JOB_PHASES,
  output: ({ url, ...body }) =>
    url === undefined ? undefined : { url, ...pickFields(body, 'duration') },
  failure: failureOf,
  assets: ({ url }) => assetOf(url, 'audio', 'url'),
  createdAt: (body) => body.createdAt,
  errorOf,
};
