import type { SimJob } from '../SimJob.js';

const MOST = 100;

/**
 * The generations that `GET /v2/generations` names, newest first.
 *
 * `status` and `ids` are lists with commas; JSON arrays, as the official client sends them, are
 * taken too.
 *
 * @param jobs - what there is, newest first
 * @param query - `status`, `ids`, `limit` from 1 to 100, and with it `cursor`, the last id before
 * @returns the page, or why it is refused
 * @since 0.1.0
 */
export function generationList(
  jobs: readonly SimJob[],
  query: URLSearchParams,
): readonly SimJob[] | string {
  const statuses = listOf(query.get('status'));
  const ids = listOf(query.get('ids'));
  const cursor = query.get('cursor');
  const limit = query.get('limit');
  const size = limit === null ? MOST : Number(limit);
  if (!(Number.isInteger(size) && size >= 1)) return 'limit must not be less than 1';
  if (size > MOST) return `limit must not be greater than ${MOST}`;
  if (cursor !== null && limit === null) return 'cursor requires limit';
  const wanted = jobs.filter(
    (job) => (statuses?.includes(job.status) ?? true) && (ids?.includes(job.id) ?? true),
  );
  const from = cursor === null ? 0 : wanted.findIndex((job) => job.id === cursor) + 1;
  return wanted.slice(from, from + size);
}

function listOf(text: string | null): readonly string[] | undefined {
  if (text === null) return undefined;
  const bare = text.replace(/^\[|\]$|"/g, '');
  return bare.split(',').map((item) => item.trim());
}
