import type { Media } from '../Media.js';
import type { SimJob } from '../SimJob.js';
import type { World } from '../World.js';
import { chargedCredits } from './chargedCredits.js';
import { endOf, FPS, imageCountOf, startOf } from './estimatedCredits.js';
import type { Tool } from './Tool.js';
import { toolOf } from './tools.js';

/** How projects are shown. @since 0.1.0 */
export interface ProjectView {
  readonly world: World;
  readonly media: Media;
}

interface Download {
  readonly url: string;
  readonly expires_at: string;
}

/**
 * A project as `GET /v1/{video|image|audio}-projects/{id}` shows it. Older answers, and the official
 * client, have more: `total_frame_cost` of videos and images, `download` of videos.
 *
 * Download URLs are made anew at every look and work for a day. No project tells of its progress.
 *
 * @param job - the project
 * @param view - how projects are shown
 * @see https://docs.magichour.ai/api-reference/video-projects/get-video-details (read 2026-11-22)
 * @since 0.1.0
 */
export function project(job: SimJob, view: ProjectView): Readonly<Record<string, unknown>> {
  const { input, script, state } = job;
  const createdAt = view.world.isoTime(job.createdAt);
  const tool = toolOf(job);
  const broke = state.stage === 'failed';
  const credits = chargedCredits(job);
  const { code = 'unknown_error', message = 'Something went wrong.' } = script.failure ?? {};
  const files = filesOf(job, tool);
  const there = state.stage === 'succeeded' && !job.gone;
  const downloads = there ? files.map((file) => download(job, file, view)) : [];
  return job.show({
    id: job.id,
    name: input['name'] ?? titleOf(tool, createdAt),
    status: state.status,
    type: tool.word,
    created_at: createdAt,
    enabled: !job.gone,
    credits_charged: credits,
    error: broke ? { message, code } : null,
    downloads,
    ...(job.kind === 'audios' ? {} : { total_frame_cost: credits }),
    ...(job.kind === 'images' ? { image_count: files.length } : {}),
    ...(job.kind === 'videos' ? { ...clipOf(job), download: downloads[0] ?? null } : {}),
  });
}

function download({ id }: SimJob, file: string, { world, media }: ProjectView): Download {
  const { url, expiresAtMs } = media.url(id, file);
  return { url, expires_at: world.isoTime(expiresAtMs) };
}

function titleOf({ title }: Tool, time: string): string | null {
  return title === null ? null : `${title} - ${time}`;
}

function clipOf(job: SimJob): Readonly<Record<string, unknown>> {
  const { width = 512, height = 960, fps = FPS } = job.input;
  return { width, height, fps, start_seconds: startOf(job), end_seconds: endOf(job) };
}

/** The files of a project. The vendor calls one `output`; how it calls several is ours. */
function filesOf(job: SimJob, { ending, fields }: Tool): readonly string[] {
  const format = job.input['output_format'];
  const end = typeof format === 'string' ? format : ending;
  const count = job.kind === 'images' && 'image_count' in fields ? imageCountOf(job) : 1;
  return Array.from({ length: count }, (_, n) =>
    n === 0 ? `output.${end}` : `output-${n}.${end}`,
  );
}
