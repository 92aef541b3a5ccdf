import type { SimJob } from '../SimJob.js';
import type { Tool } from './Tool.js';
import { toolOf } from './tools.js';
import { valueAt } from './valueAt.js';

/** Frames a second that an estimate is made with. @since 0.1.0 */
export const FPS = 30;

/**
 * What a project is estimated to cost, in credits: so much a frame, an image or a character.
 *
 * @param job - the project
 * @since 0.1.0
 */
export function estimatedCredits(job: SimJob): number {
  const tool = toolOf(job);
  const { credits, prices = [] } = tool;
  const factors = prices.map(([path, value, factor]) =>
    valueAt(job.input, path) === value ? factor : 1,
  );
  const cost = factors.reduce((product, factor) => product * factor, credits * amount(job, tool));
  // 0.1 * 30 is a little more than 3.
  return Math.ceil(Number(cost.toFixed(6)));
}

/** Where the clip of a video begins, in seconds. @since 0.1.0 */
export function startOf({ input }: SimJob): number {
  return Number(input['start_seconds'] ?? 0);
}

/** Where the clip of a video ends, in seconds. @since 0.1.0 */
export function endOf({ input }: SimJob): number {
  return Number(input['end_seconds'] ?? 15);
}

/** How many files an image project makes. @since 0.1.0 */
export function imageCountOf({ input }: SimJob): number {
  return Number(input['image_count'] ?? 1);
}

function amount(job: SimJob, { fields }: Tool): number {
  if (job.kind === 'videos') return (endOf(job) - startOf(job)) * FPS;
  if (job.kind === 'images') return 'image_count' in fields ? imageCountOf(job) : 1;
  const prompt = valueAt(job.input, 'style.prompt');
  return typeof prompt === 'string' ? prompt.length : 0;
}
