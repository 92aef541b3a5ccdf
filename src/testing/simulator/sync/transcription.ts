import type { JsonFields } from '../JsonFields.js';
import type { SimJob } from '../SimJob.js';
import type { SyncDesk } from './SyncDesk.js';
import { transcript } from './transcript.js';

const NO_AUDIO = { code: 'NO_AUDIO', message: 'The source has no audio.' };

/**
 * A transcription as `GET /v2/transcriptions/{id}` shows it.
 *
 * @param job - the transcription
 * @param desk - of the vendor
 * @see https://sync.so/docs/api-reference/api/transcriptions-api/get (read 2026-11-22)
 * @since 0.1.0
 */
export function transcription(job: SimJob, { world }: SyncDesk): JsonFields {
  const { input, script, state } = job;
  const done = state.stage === 'succeeded';
  return job.show({
    id: job.id,
    status: state.status,
    sourceVideoUrl: input['sourceVideoUrl'] ?? null,
    sourceStartMs: input['startMs'] ?? 0,
    sourceEndMs: input['endMs'] ?? null,
    transcript: done ? transcript(job) : null,
    speakerCount: done ? 1 : null,
    difficulty: done ? 'easy' : null,
    error: state.stage === 'failed' ? { ...NO_AUDIO, ...script.failure } : null,
    createdAt: world.isoTime(job.createdAt),
  });
}
