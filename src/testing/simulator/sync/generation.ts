import type { Media } from '../Media.js';
import type { SimJob } from '../SimJob.js';
import type { World } from '../World.js';

/** How generations are shown. @since 0.1.0 */
export interface GenerationView {
  readonly world: World;
  readonly media: Media;
}

/**
 * A generation as `GET /v2/generate/{id}` shows it, every documented field.
 *
 * @param job - the job
 * @param view - how generations are shown
 * @param withProgress - adds `progress_percent`
 * @see https://sync.so/docs/api-reference/api/generate-api/get
 * @since 0.1.0
 */
export function generation(
  job: SimJob,
  { world, media }: GenerationView,
  withProgress = false,
): Readonly<Record<string, unknown>> {
  const { input, script, state } = job;
  const done = state.stage === 'succeeded';
  const broke = state.stage === 'failed' || state.stage === 'rejected';
  const spoken = textInput(input['input']);
  const url = (file: string) => media.url(job.id, file).url;
  return job.show({
    createdAt: world.isoTime(job.createdAt),
    id: job.id,
    input: input['input'] ?? DEFAULT_INPUT,
    model: input['model'] ?? 'lipsync-2',
    status: state.status,
    error: broke
      ? (script.failure?.message ?? 'An error occurred in the generation pipeline.')
      : null,
    errorCode: broke ? (script.failure?.code ?? 'generation_pipeline_failed') : null,
    options: input['options'] ?? {},
    outputDuration: done ? 5 + Math.floor(job.random('duration')() * 250) / 10 : null,
    outputUrl: done ? url('result.mp4') : null,
    outputFileName: fileName(input['outputFileName']),
    segments: input['segments'] ?? null,
    segmentOutputUrl: null,
    ...(spoken ? { synthesizedAudioUrl: done ? url('speech.wav') : null } : {}),
    webhookUrl: input['webhookUrl'] ?? null,
    projectId: input['projectId'] ?? null,
    ...(withProgress ? { progress_percent: percent(state.progress) } : {}),
  });
}

const DEFAULT_INPUT = [
  { type: 'video', url: 'https://assets.sync.so/docs/example-video.mp4' },
  { type: 'audio', url: 'https://assets.sync.so/docs/example-audio.wav' },
];

function percent(progress: number | undefined): number | null {
  return progress === undefined ? null : Math.floor(progress * 100);
}

function textInput(items: unknown): boolean {
  return (
    Array.isArray(items) && items.some((item: { type?: unknown } | null) => item?.type === 'text')
  );
}

/** Spaces become underscores, other characters than letters, numbers, dashes and underscores go. */
function fileName(name: unknown): string | null {
  if (typeof name !== 'string') return null;
  const bare = name.replace(/\.mp4$/i, '').replaceAll(' ', '_');
  return `${bare.replace(/[^A-Za-z0-9_-]/g, '')}.mp4`;
}
