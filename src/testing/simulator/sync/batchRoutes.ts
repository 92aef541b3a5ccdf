import type { Call } from '../Call.js';
import type { Route } from '../Route.js';
import { json } from '../SimResponse.js';
import type { SimResponse } from '../SimResponse.js';
import { batch } from './batch.js';
import { batchInput } from './batchInput.js';
import { batchRefusal } from './batchRefusal.js';
import { concurrencyRefusal } from './concurrency.js';
import { jobAt, jobsOf } from './SyncDesk.js';
import type { SyncDesk } from './SyncDesk.js';
import { syncError } from './syncError.js';

const NO_BATCH = syncError(404, 'Batch not found');

/** The file of a finished batch. @since 0.1.0 */
export const RESULT_FILE = 'result.jsonl';

/**
 * Batches: made or only judged, looked at, listed, and their result, which stands elsewhere.
 *
 * @param desk - of the vendor
 * @see https://sync.so/docs/api-reference/guides/batch-processing (read 2026-11-22)
 * @since 0.1.0
 */
export function batchRoutes(desk: SyncDesk): readonly Route[] {
  const poll = { method: 'GET', bucket: 'poll' } as const;
  return [
    { method: 'POST', path: '/v2/batch', role: 'create', answer: (call) => create(call, desk) },
    { ...poll, path: '/v2/batch', role: 'list', answer: (call) => list(call, desk) },
    { ...poll, path: '/v2/batch/:id', role: 'get', answer: (call) => look(call, desk) },
    {
      ...poll,
      path: '/v2/batches/:id/result',
      role: 'other',
      answer: (call) => result(call, desk),
    },
  ];
}

function create({ request }: Call, desk: SyncDesk): SimResponse {
  const read = batchInput(request);
  if ('refusal' in read) return read.refusal;
  const refusal = batchRefusal(read.batch, desk);
  if (refusal !== undefined) return refusal;
  const { rows, webhook_url, dry_run } = read.batch;
  if (dry_run) return json(201, { status: 'VALIDATED' });
  const full = concurrencyRefusal(desk, 'batches');
  if (full !== undefined) return full;
  return json(201, batch(desk.book.add('batches', { rows, webhook_url }, 1), desk));
}

function look({ params }: Call, desk: SyncDesk): SimResponse {
  const job = jobAt(desk, 'batches', params['id']);
  return job === undefined ? NO_BATCH : json(200, batch(job, desk));
}

function list({ request }: Call, desk: SyncDesk): SimResponse {
  const { query } = request;
  const status = query.get('status');
  const after = momentIn(query.get('created_after'), -Infinity);
  const before = momentIn(query.get('created_before'), Infinity);
  if (Number.isNaN(after) || Number.isNaN(before)) {
    return syncError(400, ['created_after and created_before must be ISO 8601 dates']);
  }
  const wanted = jobsOf(desk, 'batches').filter(
    (job) =>
      (status === null || job.status === status) && job.createdAt > after && job.createdAt < before,
  );
  return json(
    200,
    wanted.map((job) => batch(job, desk)),
  );
}

function momentIn(text: string | null, otherwise: number): number {
  return text === null ? otherwise : Date.parse(text);
}

/** Leads to a signed file at another place, where the key must not go. */
function result({ params }: Call, desk: SyncDesk): SimResponse {
  const job = jobAt(desk, 'batches', params['id']);
  if (job === undefined) return NO_BATCH;
  if (job.state.stage !== 'succeeded') return syncError(400, 'Batch not completed');
  const { url } = desk.media.url(job.id, RESULT_FILE);
  return { status: 302, headers: { location: url }, body: '' };
}
