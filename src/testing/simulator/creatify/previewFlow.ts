import type { SimJob } from '../SimJob.js';
import type { Family, GoingOn, Making, Taken } from './Family.js';
import { webhookUrl } from './requestFields.js';

/** Whether the job shows a preview and waits. @since 0.1.0 */
export function isPreviewed(job: SimJob): boolean {
  return job.state.stage === 'paused';
}

/** The video after a preview. @since 0.1.0 */
export const render: GoingOn = {
  path: 'render/',
  input: { webhook_url: webhookUrl },
  course: 'render',
  from: isPreviewed,
};

/**
 * The operations of a family that makes a video at once, or a preview and then the video.
 *
 * @param taken - what both take
 * @param more - further ways to make a job
 * @since 0.1.0
 */
export function previewFlow(
  taken: Taken,
  more: readonly Making[] = [],
): Required<Pick<Family, 'makes' | 'goesOn'>> {
  return {
    makes: [taken, { ...taken, path: 'preview/', course: 'preview' }, ...more],
    goesOn: [render],
  };
}
