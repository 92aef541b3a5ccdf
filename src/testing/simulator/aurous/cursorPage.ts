import type { SimJob } from '../SimJob.js';
import { json } from '../SimResponse.js';
import type { SimResponse } from '../SimResponse.js';
import { refused } from './requestFields.js';

const USUAL = 20;
const MOST = 100;

/**
 * A page of jobs in Aurous' envelope, newest first.
 *
 * @param jobs - what there is, newest first
 * @param query - `limit` from 1 to 100, 20 unless told; `starting_after`, an id; `status`
 * @param statuses - the words that can be filtered by
 * @param show - a job's body
 * @see https://docs.aurous-labs.com/api-reference/characters/list-characters (read 2026-11-22)
 * @since 0.1.0
 */
export function cursorPage(
  jobs: readonly SimJob[],
  query: URLSearchParams,
  statuses: readonly string[],
  show: (job: SimJob) => unknown,
): SimResponse {
  const limit = Number(query.get('limit') ?? USUAL);
  const status = query.get('status');
  const after = query.get('starting_after');
  if (!(Number.isInteger(limit) && limit >= 1 && limit <= MOST)) {
    return refused('value_out_of_range', 'limit must be from 1 to 100.', 'limit');
  }
  if (status !== null && !statuses.includes(status)) {
    return refused('invalid_request', `Unknown status: ${status}.`, 'status');
  }
  const wanted = status === null ? jobs : jobs.filter((job) => job.status === status);
  const from = after === null ? 0 : wanted.findIndex((job) => job.id === after) + 1;
  const page = wanted.slice(from, from + limit);
  const has_more = from + limit < wanted.length;
  const next_cursor = has_more ? (page.at(-1)?.id ?? null) : null;
  return json(200, { object: 'list', data: page.map(show), has_more, next_cursor });
}
