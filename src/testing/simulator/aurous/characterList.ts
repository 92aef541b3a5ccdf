import type { SimJob } from '../SimJob.js';
import type { SimResponse } from '../SimResponse.js';
import { aurousError } from './aurousError.js';

const STATUSES: ReadonlySet<string> = new Set(['synthesizing', 'reviewing', 'ready', 'failed']);

/** One page of characters. @since 0.1.0 */
export interface CharacterPage {
  readonly jobs: readonly SimJob[];
  readonly hasMore: boolean;
}

/**
 * The characters that `GET /v1/characters` names, newest first; deleted ones are hidden.
 *
 * @param jobs - what there is, newest first
 * @param query - `limit` from 1 to 100, 20 unless told; `starting_after`; `status`
 * @since 0.1.0
 */
export function characterList(
  jobs: readonly SimJob[],
  query: URLSearchParams,
): CharacterPage | SimResponse {
  const limit = Number(query.get('limit') ?? 20);
  const status = query.get('status');
  const after = query.get('starting_after');
  if (!(Number.isInteger(limit) && limit >= 1 && limit <= 100)) {
    return refused('value_out_of_range', 'limit must be from 1 to 100.', 'limit');
  }
  if (status !== null && !STATUSES.has(status)) {
    return refused('invalid_request', `Unknown status: ${status}.`, 'status');
  }
  const wanted = status === null ? jobs : jobs.filter((job) => job.status === status);
  const from = after === null ? 0 : wanted.findIndex((job) => job.id === after) + 1;
  const page = wanted.slice(from, from + limit);
  return { jobs: page, hasMore: from + limit < wanted.length };
}

function refused(code: string, message: string, param: string): SimResponse {
  return aurousError({ status: 400, code, message, param });
}
