import type { SimJob } from '../SimJob.js';
import { startedAt } from './SyncDesk.js';
import type { SyncDesk } from './SyncDesk.js';
import { spokenSeconds } from './ttsInput.js';

/**
 * A text-to-speech job as `GET /v2/tts/jobs/{id}` shows it.
 *
 * @param job - the job
 * @param desk - of the vendor
 * @see https://sync.so/docs/api-reference/api/tts-api/get-job (read 2026-11-22)
 * @since 0.1.0
 */
export function ttsJob(job: SimJob, { world, media }: SyncDesk): Readonly<Record<string, unknown>> {
  const { script, state } = job;
  const done = state.stage === 'succeeded';
  const moment = (atMs: number | undefined) => (atMs === undefined ? null : world.isoTime(atMs));
  return job.show({
    id: job.id,
    status: state.status,
    url: done ? media.url(job.id, 'speech.mp3').url : null,
    duration: done ? spokenSeconds(job.input['script']) : null,
    error: state.stage === 'failed' ? { ...BROKE, ...script.failure } : null,
    createdAt: world.isoTime(job.createdAt),
    startedAt: moment(startedAt(job)),
    finishedAt: moment(job.finishedAt),
  });
}

const BROKE = {
  code: 'elevenlabs_service_unavailable',
  message: 'The voice provider is unavailable.',
};
