import type { Media } from '../Media.js';
import type { SimJob } from '../SimJob.js';
import { uuid } from '../vendorId.js';
import type { World } from '../World.js';

/** How jobs are shown. @since 0.1.0 */
export interface AuroraView {
  readonly world: World;
  readonly media: Media;
}

/**
 * An Aurora job as `GET /api/aurora/{id}/` shows it: the schema `AuroraFlow`, every field.
 *
 * @param job - the job
 * @param view - how jobs are shown
 * @see https://docs.creatify.ai/api-reference/aurora/get-aurora
 * @since 0.1.0
 */
export function auroraJob(
  job: SimJob,
  { world, media }: AuroraView,
): Readonly<Record<string, unknown>> {
  const { input, state, script } = job;
  const { stage, status, progress, sinceMs } = state;
  const done = stage === 'succeeded';
  const failed = stage === 'failed' || stage === 'rejected';
  const version = input['model_version'] ?? 'aurora_v1';
  const durationS = 5 + Math.floor(job.random('duration')() * 26);
  const cost = script.credits ?? durationS * (version === 'aurora_v1' ? 1 : 0.5);
  const fraction = world.options.creatify?.progressScale === 'fraction';
  const file = (name: string) => (done ? media.url(job.id, name, sinceMs).url : null);
  return job.show({
    id: job.id,
    created_at: world.isoTime(job.createdAt),
    updated_at: world.isoTime(sinceMs),
    name: input['name'] ?? null,
    audio: input['audio'] ?? 'https://example.com/voice.mp3',
    image: input['image'] ?? 'https://example.com/portrait.png',
    text_prompt: input['text_prompt'] ?? '',
    prompt_guidance_scale: Number(input['prompt_guidance_scale'] ?? 1),
    model_version: version,
    video_output: file('aurora.mp4'),
    credits_used: done ? cost : 0,
    duration: done ? durationS : 0,
    progress: fraction ? (progress ?? 0) : Math.floor((progress ?? 0) * 100),
    failed_reason: failed ? (script.failure?.message ?? 'Something went wrong.') : '',
    media_job: stage === 'queued' ? null : uuid(job.random('media_job')),
    status,
    is_hidden: false,
    webhook_url: input['webhook_url'] ?? null,
    preview: file('preview.mp4'),
    editor_url: null,
  });
}
