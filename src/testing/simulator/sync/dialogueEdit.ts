import type { JsonFields } from '../JsonFields.js';
import type { SimJob } from '../SimJob.js';
import { wentWell } from '../Stage.js';
import type { SyncDesk } from './SyncDesk.js';

/** How long an edited region is, in milliseconds. */
const SLOT_MS = 800;

/**
 * A dialogue edit as `GET /v2/dialogue-edits/{id}` shows it. One that is partial can be heard, and
 * says what it lacks.
 *
 * @param job - the edit
 * @param desk - of the vendor
 * @see https://sync.so/docs/api-reference/api/dialogue-edits-api/get (read 2026-11-22)
 * @since 0.1.0
 */
export function dialogueEdit(job: SimJob, { world, media }: SyncDesk): JsonFields {
  const { input, script, state } = job;
  const done = wentWell(state.stage);
  const edits = Array.isArray(input['edits']) ? (input['edits'] as readonly unknown[]) : [];
  return job.show({
    id: job.id,
    status: state.status,
    sourceVideoUrl: input['sourceVideoUrl'] ?? 'https://assets.sync.so/docs/example-video.mp4',
    sourceStartMs: 0,
    sourceEndMs: null,
    sourceTranscript: input['transcript'] ?? null,
    edits,
    voiceId: input['voiceId'] ?? null,
    segmentLipsyncEnabled: true,
    sectionExpansionEnabled: true,
    previewAudioUrl: done ? media.url(job.id, 'preview.wav').url : null,
    resultTranscript: done ? (input['transcript'] ?? null) : null,
    resultSlots: done ? edits.map((_, index) => slot(index)) : null,
    partialDetail: state.stage === 'partial' ? PARTIAL : null,
    error: state.stage === 'failed' ? { ...BLOCKED, ...script.failure } : null,
    createdAt: world.isoTime(job.createdAt),
  });
}

const PARTIAL = { reason: 'background_bed_missing', failedSlots: [] };
const BLOCKED = { code: 'VOICE_BLOCKED', message: 'The voice of the source cannot be cloned.' };

function slot(index: number): JsonFields {
  const startMs = index * 2 * SLOT_MS;
  return {
    outputStartMs: startMs,
    outputDurationMs: SLOT_MS,
    sourceStartMs: startMs,
    sourceDurationMs: SLOT_MS,
  };
}
