import { isLeft } from 'rushes';
import type { Outcome } from './followJobs.js';

/** Whether a job ended as it should: as scripted, or else well, which may mean to wait for a person. */
export function wentWell({ job, state, result }: Outcome): boolean {
  if (job.scripted !== undefined) return state.phase === job.scripted;
  return !isLeft(result) || result.left._tag === 'ActionNeeded';
}
