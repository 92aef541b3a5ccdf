import { isUuid } from '../isUuid.js';
import type { SimJob } from '../SimJob.js';
import type { FieldErrors } from './Field.js';

const MOST_IDS = 100;

const ORDERS: Readonly<Record<string, (job: SimJob) => number>> = {
  created_at: (job) => job.createdAt,
  updated_at: (job) => job.changedAt,
};

/**
 * The jobs that `GET /api/{family}/?ids=&ordering=` names, newest first unless told.
 *
 * @param jobs - what there is, newest first
 * @param query - `ids`, at most 100, and `ordering`, with `-` for the last first
 * @since 0.1.0
 */
export function listedJobs(
  jobs: readonly SimJob[],
  query: URLSearchParams,
): { readonly jobs: readonly SimJob[] } | { readonly errors: FieldErrors } {
  const ids = query.get('ids')?.split(',');
  if (ids !== undefined && ids.length > MOST_IDS) {
    return { errors: { ids: [`Ensure this field has no more than ${MOST_IDS} elements.`] } };
  }
  const bad = ids?.find((id) => !isUuid(id));
  if (bad !== undefined) return { errors: { ids: [`“${bad}” is not a valid UUID.`] } };
  const wanted = ids === undefined ? jobs : jobs.filter((job) => ids.includes(job.id));
  return { jobs: ordered(wanted, query.get('ordering')) };
}

function ordered(jobs: readonly SimJob[], ordering: string | null): readonly SimJob[] {
  if (ordering === null) return jobs;
  const backwards = ordering.startsWith('-');
  const by = ORDERS[backwards ? ordering.slice(1) : ordering];
  if (by === undefined) return jobs;
  const sign = backwards ? -1 : 1;
  return [...jobs].reverse().sort((a, b) => sign * (by(a) - by(b)));
}
