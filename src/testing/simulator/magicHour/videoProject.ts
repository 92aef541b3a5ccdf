import type { Media } from '../Media.js';
import type { SimJob } from '../SimJob.js';
import type { World } from '../World.js';

/** How video projects are shown. @since 0.1.0 */
export interface VideoProjectView {
  readonly world: World;
  readonly media: Media;
}

/** Frames a second that an estimate is made with. */
const FPS = 30;

/**
 * What a project is estimated to cost, in credits: one a frame.
 *
 * @param job - the project
 * @since 0.1.0
 */
export function estimatedCredits(job: SimJob): number {
  return Math.ceil((endOf(job) - startOf(job)) * FPS);
}

/**
 * A project as `GET /v1/video-projects/{id}` shows it, with the two fields that its schema requires
 * without describing them: `total_frame_cost` and `download`.
 *
 * Download URLs are made anew at every look and work for a day.
 *
 * @param job - the project
 * @param view - how projects are shown
 * @see https://docs.magichour.ai/api-reference/video-projects/get-video-details
 * @since 0.1.0
 */
export function videoProject(
  job: SimJob,
  { world, media }: VideoProjectView,
): Readonly<Record<string, unknown>> {
  const { input, script, state } = job;
  const broke = state.stage === 'failed';
  const credits = broke ? 0 : (script.credits ?? estimatedCredits(job));
  const downloads = state.stage === 'succeeded' && !job.gone ? [download(job, world, media)] : [];
  const { code = 'unknown_error', message = 'Something went wrong.' } = script.failure ?? {};
  return job.show({
    id: job.id,
    name: input['name'] ?? `Lip Sync - ${world.isoTime(job.createdAt)}`,
    status: state.status,
    type: 'LIP_SYNC',
    created_at: world.isoTime(job.createdAt),
    width: 512,
    height: 960,
    enabled: !job.gone,
    start_seconds: startOf(job),
    end_seconds: endOf(job),
    total_frame_cost: credits,
    credits_charged: credits,
    fps: FPS,
    error: broke ? { message, code } : null,
    downloads,
    download: downloads[0] ?? null,
  });
}

function download(job: SimJob, world: World, media: Media): { url: string; expires_at: string } {
  const { url, expiresAtMs } = media.url(job.id, 'output.mp4');
  return { url, expires_at: world.isoTime(expiresAtMs) };
}

function startOf({ input }: SimJob): number {
  return Number(input['start_seconds'] ?? 0);
}

function endOf({ input }: SimJob): number {
  return Number(input['end_seconds'] ?? 15);
}
