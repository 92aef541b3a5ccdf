import type { Call, Hold } from '../Call.js';
import { IdempotencyLedger } from '../IdempotencyLedger.js';
import { isUuid } from '../isUuid.js';
import type { Route } from '../Route.js';
import { json } from '../SimResponse.js';
import type { SimResponse } from '../SimResponse.js';
import { hasEnded } from '../Stage.js';
import { createGeneration } from './createGeneration.js';
import { generation } from './generation.js';
import { generationList, wantedGenerations } from './generationList.js';
import { lookRequest, waitHeaders } from './longPoll.js';
import { recordedCosts } from './recordedCosts.js';
import { jobAt, jobsOf } from './SyncDesk.js';
import type { SyncDesk } from './SyncDesk.js';
import { codedError, syncError } from './syncError.js';

/** What a look at a generation that is not there gives. @since 0.1.0 */
export const NO_GENERATION = codedError('generation_not_found');

/**
 * Generations: made, looked at, listed, counted, deleted, and what they cost.
 *
 * @param desk - of the vendor
 * @see https://sync.so/docs/api-reference/api/generate-api/get (read 2026-11-22)
 * @since 0.1.0
 */
export function generationRoutes(desk: SyncDesk): readonly Route[] {
  const ledger = new IdempotencyLedger(desk.world);
  const poll = { method: 'GET', bucket: 'poll' } as const;
  return [
    {
      method: 'POST',
      path: '/v2/generate',
      role: 'create',
      bucket: 'generate',
      answer: (call) => createGeneration(call, ledger, desk),
    },
    { ...poll, path: '/v2/generate/:id', role: 'get', answer: (call) => look(call, desk) },
    { ...poll, path: '/v2/generate/:id/costs', role: 'other', answer: (call) => costs(call, desk) },
    { ...poll, path: '/v2/generations', role: 'list', answer: (call) => list(call, desk) },
    { ...poll, path: '/v2/generations/count', role: 'other', answer: (call) => count(call, desk) },
    { ...poll, path: '/v2/generations/:id', role: 'get', answer: (call) => show(call, desk) },
    {
      method: 'DELETE',
      path: '/v2/generations/:id',
      role: 'delete',
      answer: (call) => remove(call, desk),
    },
  ];
}

/** Shows a generation: now, or once it has ended or the hold is over. */
function look({ request, params }: Call, desk: SyncDesk): SimResponse | Hold {
  const { world } = desk;
  const wanted = lookRequest(request.query, world);
  if (typeof wanted === 'string') return syncError(400, wanted);
  const { holdMs, progress } = wanted;
  const headers = holdMs === undefined ? {} : waitHeaders(holdMs);
  const then = (): SimResponse => {
    const job = jobAt(desk, 'generations', params['id']);
    return job === undefined ? NO_GENERATION : json(200, generation(job, desk, progress), headers);
  };
  const job = jobAt(desk, 'generations', params['id']);
  if (job === undefined || holdMs === undefined || hasEnded(job.state.stage)) return then();
  return { untilMs: Math.min(world.now() + holdMs, job.settlesAtMs), then };
}

function show({ params }: Call, desk: SyncDesk): SimResponse {
  const job = jobAt(desk, 'generations', params['id']);
  return job === undefined ? NO_GENERATION : json(200, generation(job, desk));
}

function costs({ params }: Call, desk: SyncDesk): SimResponse {
  const job = jobAt(desk, 'generations', params['id']);
  if (job !== undefined) return json(200, recordedCosts(job));
  return isUuid(params['id']) ? NO_GENERATION : codedError('invalid_generation_id');
}

function list({ request }: Call, desk: SyncDesk): SimResponse {
  const found = generationList(jobsOf(desk, 'generations'), request.query);
  if (typeof found === 'string') return syncError(400, [found]);
  return json(
    200,
    found.map((job) => generation(job, desk)),
  );
}

function count({ request }: Call, desk: SyncDesk): SimResponse {
  const wanted = wantedGenerations(jobsOf(desk, 'generations'), request.query);
  return json(200, { count: wanted.length });
}

function remove({ params }: Call, desk: SyncDesk): SimResponse {
  const job = jobAt(desk, 'generations', params['id']);
  if (job === undefined) return NO_GENERATION;
  if (!hasEnded(job.state.stage)) return codedError('generation_not_deletable_while_processing');
  job.remove();
  return json(200, generation(job, desk));
}
