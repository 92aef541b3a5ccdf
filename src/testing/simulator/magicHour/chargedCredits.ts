import type { SimJob } from '../SimJob.js';
import { estimatedCredits } from './estimatedCredits.js';

/**
 * What a job costs as things stand, in credits: none once it failed, none ever for a face detection.
 *
 * @param job - a project or a detection
 * @since 0.1.0
 */
export function chargedCredits(job: SimJob): number {
  if (job.state.stage === 'failed') return 0;
  return job.script.credits ?? (job.kind === 'faceDetection' ? 0 : estimatedCredits(job));
}
