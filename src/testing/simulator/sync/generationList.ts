import type { SimJob } from '../SimJob.js';
import { listIn } from './listIn.js';

const MOST = 100;

/**
 * The generations that `GET /v2/generations` names, newest first.
 *
 * @param jobs - what there is, newest first
 * @param query - what {@link wantedGenerations} takes, `limit` from 1 to 100, and with it `cursor`,
 *   the last id before
 * @returns the page, or why it is refused
 * @since 0.1.0
 */
export function generationList(
  jobs: readonly SimJob[],
  query: URLSearchParams,
): readonly SimJob[] | string {
  const cursor = query.get('cursor');
  const limit = query.get('limit');
  const size = limit === null ? MOST : Number(limit);
  if (!(Number.isInteger(size) && size >= 1)) return 'limit must not be less than 1';
  if (size > MOST) return `limit must not be greater than ${MOST}`;
  if (cursor !== null && limit === null) return 'cursor requires limit';
  const wanted = wantedGenerations(jobs, query);
  const from = cursor === null ? 0 : wanted.findIndex((job) => job.id === cursor) + 1;
  return wanted.slice(from, from + size);
}

/**
 * The generations that a list or a count is for.
 *
 * Every simulated one came over the API: of another `source`, `generationSource` or `type` there is
 * none.
 *
 * @param jobs - what there is
 * @param query - `status`, `ids`, `projectId`, `source`, `generationSource`, `type`
 * @see https://sync.so/docs/api-reference/api/generate-api/count (read 2026-11-22)
 * @since 0.1.0
 */
export function wantedGenerations(
  jobs: readonly SimJob[],
  query: URLSearchParams,
): readonly SimJob[] {
  const statuses = listIn(query.get('status'));
  const ids = listIn(query.get('ids'));
  const projectId = query.get('projectId');
  const sources = ['source', 'generationSource', 'type'].map((name) => query.get(name) ?? 'api');
  if (sources.some((source) => source.toLowerCase() !== 'api')) return [];
  return jobs.filter(
    (job) =>
      (statuses?.includes(job.status) ?? true) &&
      (ids?.includes(job.id) ?? true) &&
      (projectId === null || job.input['projectId'] === projectId),
  );
}
