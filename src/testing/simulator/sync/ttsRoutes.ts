import type { Call } from '../Call.js';
import { IdempotencyLedger } from '../IdempotencyLedger.js';
import type { Made } from '../IdempotencyLedger.js';
import type { Route } from '../Route.js';
import type { SimJob } from '../SimJob.js';
import { json } from '../SimResponse.js';
import type { SimResponse } from '../SimResponse.js';
import { hasEnded } from '../Stage.js';
import { jobAt } from './SyncDesk.js';
import type { SyncDesk } from './SyncDesk.js';
import { codedError, syncError } from './syncError.js';
import { storedUrl } from './storage.js';
import { spokenSeconds, ttsInput } from './ttsInput.js';
import { ttsJob } from './ttsJob.js';

const NO_JOB = syncError(404, 'Text-to-speech job not found');

/**
 * Speech: at once, or as a job that is made once a key.
 *
 * @param desk - of the vendor
 * @see https://sync.so/docs/developer-guides/async-text-to-speech (read 2026-11-22)
 * @since 0.1.0
 */
export function ttsRoutes(desk: SyncDesk): readonly Route[] {
  const ledger = new IdempotencyLedger(desk.world);
  return [
    {
      method: 'POST',
      path: '/v2/tts',
      role: 'other',
      bucket: 'tts',
      answer: (call) => speak(call, desk),
    },
    {
      method: 'POST',
      path: '/v2/tts/jobs',
      role: 'create',
      bucket: 'ttsJobs',
      answer: (call) => create(call, ledger, desk),
    },
    {
      method: 'GET',
      path: '/v2/tts/jobs/:id',
      role: 'get',
      bucket: 'poll',
      answer: (call) => look(call, desk),
    },
  ];
}

function speak({ request }: Call, desk: SyncDesk): SimResponse {
  const read = ttsInput(request, desk.library);
  if ('refusal' in read) return read.refusal;
  const duration = spokenSeconds(read.fields['script']);
  const file = desk.library.store({ name: 'speech.mp3', type: 'audio/mpeg', uploadedBytes: 0 });
  return json(200, { id: file.key, url: storedUrl(desk, file), duration });
}

function look({ params }: Call, desk: SyncDesk): SimResponse {
  const job = jobAt(desk, 'ttsJobs', params['id']);
  if (job === undefined) return NO_JOB;
  const headers: Record<string, string> = hasEnded(job.state.stage) ? {} : { 'retry-after': '3' };
  return json(200, ttsJob(job, desk), headers);
}

/** A key is trimmed; a repeated one gives the job as it is now. */
function create(call: Call, ledger: IdempotencyLedger, desk: SyncDesk): SimResponse {
  const { request, account, delayMs } = call;
  const key = request.headers['idempotency-key']?.trim();
  if (key === undefined) return made(call, desk).response;
  if (key.length < 1 || key.length > 128) {
    const message = 'Idempotency-Key must be 1-128 characters';
    return codedError('INVALID_IDEMPOTENCY_KEY', { message });
  }
  let job: SimJob | undefined;
  const keyed = { key: `${account}/${key}`, fingerprint: request.body, delayMs };
  const said = ledger.once(keyed, () => {
    const first = made(call, desk);
    job = first.job;
    return first;
  });
  if (said === 'conflict') return codedError('IDEMPOTENCY_KEY_CONFLICT');
  if (said === 'in-progress') return codedError('IDEMPOTENCY_IN_PROGRESS');
  job ??= jobAt(desk, 'ttsJobs', said.response.headers['location']?.split('/').at(-1));
  return job === undefined ? said.response : accepted(job, desk);
}

function made({ request }: Call, desk: SyncDesk): Made {
  const read = ttsInput(request, desk.library);
  if ('refusal' in read) return { response: read.refusal };
  const job = desk.book.add('ttsJobs', read.fields, 1);
  return { response: accepted(job, desk), job };
}

function accepted(job: SimJob, desk: SyncDesk): SimResponse {
  return json(202, ttsJob(job, desk), { location: `/v2/tts/jobs/${job.id}` });
}
