import type { Call } from '../Call.js';
import { text, whole } from '../fieldRules.js';
import type { FieldRules } from '../fieldRules.js';
import type { JsonFields } from '../JsonFields.js';
import type { Route } from '../Route.js';
import type { SimJob } from '../SimJob.js';
import { json } from '../SimResponse.js';
import type { SimResponse } from '../SimResponse.js';
import { hasEnded } from '../Stage.js';
import { readFields } from './readFields.js';
import { storageRefusal } from './storage.js';
import { jobAt, jobsOf } from './SyncDesk.js';
import type { SyncDesk } from './SyncDesk.js';
import { syncError } from './syncError.js';
import { SOURCE_SECONDS } from './transcript.js';
import { transcription } from './transcription.js';

const NO_JOB = syncError(404, 'Transcription not found');
const HOUR_MS = 3_600_000;
const TOO_LONG = { code: 'SOURCE_TOO_LONG', message: 'The source is too long.' };

const REQUEST: FieldRules = {
  sourceVideoUrl: text({ from: 1 }),
  sourceAudioUrl: text({ from: 1 }),
  startMs: whole({ from: 0 }),
  endMs: whole({ from: 1 }),
  maxSourceSeconds: whole({ from: 1 }),
};

/**
 * Transcriptions. The same source and window gives the job that is there already, unless it failed or
 * has run for more than an hour.
 *
 * @param desk - of the vendor
 * @see https://sync.so/docs/api-reference/api/transcriptions-api/create (read 2026-11-22)
 * @since 0.1.0
 */
export function transcriptionRoutes(desk: SyncDesk): readonly Route[] {
  return [
    {
      method: 'POST',
      path: '/v2/transcriptions',
      role: 'create',
      answer: (call) => create(call, desk),
    },
    {
      method: 'GET',
      path: '/v2/transcriptions/:id',
      role: 'get',
      bucket: 'poll',
      answer: ({ params }) => {
        const job = jobAt(desk, 'transcriptions', params['id']);
        return job === undefined ? NO_JOB : json(200, transcription(job, desk));
      },
    },
  ];
}

function create({ request }: Call, desk: SyncDesk): SimResponse {
  const read = readFields(request, REQUEST);
  if ('refusal' in read) return read.refusal;
  const body = read.fields;
  const refusal = refusalOf(body, desk);
  if (refusal !== undefined) return refusal;
  const job = sameJob(body, desk) ?? made(body, desk);
  return json(201, transcription(job, desk));
}

function refusalOf(body: JsonFields, desk: SyncDesk): SimResponse | undefined {
  const urls = [body['sourceVideoUrl'], body['sourceAudioUrl']].filter(
    (url): url is string => typeof url === 'string',
  );
  const [url] = urls;
  if (url === undefined || urls.length > 1) {
    return syncError(400, 'Provide exactly one of sourceVideoUrl or sourceAudioUrl');
  }
  const from = Number(body['startMs'] ?? 0);
  const to = Number(body['endMs'] ?? from + HOUR_MS);
  if (!(to > from)) return syncError(400, 'endMs must be greater than startMs');
  if (to - from > HOUR_MS) return syncError(400, 'The window cannot exceed 60 minutes');
  return storageRefusal(url, desk);
}

function sameJob(body: JsonFields, desk: SyncDesk): SimJob | undefined {
  const now = desk.world.now();
  const source = sourceOf(body);
  const found = jobsOf(desk, 'transcriptions').find((job) => {
    const { stage } = job.state;
    const usable = hasEnded(stage) ? stage === 'succeeded' : now - job.createdAt < HOUR_MS;
    return usable && sourceOf(job.input) === source;
  });
  if (found !== undefined) found.creates += 1;
  return found;
}

function sourceOf(body: JsonFields): string {
  const { sourceVideoUrl, sourceAudioUrl, startMs = 0, endMs } = body;
  return JSON.stringify([sourceVideoUrl ?? null, sourceAudioUrl ?? null, startMs, endMs ?? null]);
}

function made(body: JsonFields, desk: SyncDesk): SimJob {
  const script = desk.book.next('transcriptions');
  const tooLong = Number(body['maxSourceSeconds'] ?? Infinity) < SOURCE_SECONDS;
  const ending = tooLong ? ({ outcome: 'failed', failure: TOO_LONG } as const) : {};
  return desk.book.add('transcriptions', body, 1, { ...script, ...ending });
}
