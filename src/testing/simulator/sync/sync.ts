import type { Call, Hold } from '../Call.js';
import { IdempotencyLedger } from '../IdempotencyLedger.js';
import { isShownKey } from '../isShownKey.js';
import { Media } from '../Media.js';
import type { Protocol, ProtocolDefinition, ProtocolTools } from '../Protocol.js';
import type { SimRequest } from '../SimRequest.js';
import { json } from '../SimResponse.js';
import type { SimResponse } from '../SimResponse.js';
import { hasEnded } from '../Stage.js';
import { expiresAndSignature } from '../UrlSigner.js';
import { uuid } from '../vendorId.js';
import { createGeneration } from './createGeneration.js';
import { errorCatalogue } from './errorCatalogue.js';
import { syncModels } from './generateInput.js';
import { generation } from './generation.js';
import { generationList } from './generationList.js';
import { lookRequest, waitHeaders } from './longPoll.js';
import { syncError } from './syncError.js';

/**
 * sync.so: one key, long-polls, idempotency keys on create, errors as NestJS writes them.
 *
 * @see https://sync.so/docs
 * @since 0.1.0
 */
export const sync: ProtocolDefinition = {
  rules: () => ({
    vendor: 'sync',
    kinds: {
      generations: {
        words: {
          queued: ['PENDING'],
          running: 'PROCESSING',
          succeeded: 'COMPLETED',
          failed: 'FAILED',
          rejected: 'REJECTED',
          canceled: 'CANCELED',
        },
        typicalMs: [30_000, 120_000],
        newId: uuid,
      },
    },
  }),
  speak,
};

const GONE = () => syncError(404, 'Generation not found', { errorCode: 'generation_not_found' });

function speak(tools: ProtocolTools): Protocol {
  const { world, book } = tools;
  const media = new Media(tools, '/media', expiresAndSignature);
  const view = { world, media };
  const ledger = new IdempotencyLedger(world);
  const list = ({ request }: Call): SimResponse => {
    const found = generationList(book.present, request.query);
    if (typeof found === 'string') return syncError(400, [found]);
    return json(
      200,
      found.map((job) => generation(job, view)),
    );
  };
  const remove = ({ params }: Call): SimResponse => {
    const job = book.find(params['id']);
    if (job === undefined) return GONE();
    if (!hasEnded(job.state.stage)) return syncError(409, 'Generation is processing', BUSY);
    job.remove();
    return json(200, generation(job, view));
  };
  const show = ({ params }: Call): SimResponse => {
    const job = book.find(params['id']);
    return job === undefined ? GONE() : json(200, generation(job, view));
  };
  return {
    routes: [
      {
        method: 'POST',
        path: '/v2/generate',
        role: 'create',
        bucket: 'generate',
        answer: (call) => createGeneration(call, ledger, book, view),
      },
      {
        method: 'GET',
        path: '/v2/generate/:id',
        role: 'get',
        bucket: 'poll',
        answer: (call) => look(call, tools, view),
      },
      { method: 'GET', path: '/v2/generations', role: 'list', bucket: 'poll', answer: list },
      { method: 'GET', path: '/v2/generations/:id', role: 'get', bucket: 'poll', answer: show },
      { method: 'DELETE', path: '/v2/generations/:id', role: 'delete', answer: remove },
      { method: 'POST', path: '/v2/analyze/cost', role: 'other', answer: () => json(200, COST) },
      { method: 'GET', path: '/v2/models', role: 'other', answer: () => json(200, MODELS) },
      {
        method: 'GET',
        path: '/v2/errors',
        role: 'other',
        open: true,
        answer: () => json(200, errorCatalogue),
      },
      media.route,
    ],
    accountOf,
    unknownRoute: ({ method, path }) => syncError(404, `Cannot ${method} ${path}`),
    error: (status) => syncError(status),
    forgotten: GONE,
    progress: { field: 'progress_percent', full: 100 },
    limits: LIMITS,
  };
}

const BUSY = { errorCode: 'generation_not_deletable_while_processing' };
const COST = [{ estimatedFrameCount: 300, estimatedGenerationCost: 0.5 }];
const MODELS = syncModels.map((id) => ({
  id,
  name: id,
  type: id.startsWith('react') ? 'react' : 'lipsync',
  version: /\d.*$/.exec(id)?.[0] ?? '1',
}));

const LIMITS: NonNullable<Protocol['limits']> = {
  buckets: {
    generate: { perMinute: 100, burst: 100, binds: 'documented' },
    poll: { perMinute: 600, burst: 600, binds: 'documented' },
  },
  refuse: () =>
    syncError(429, 'Rate limit exceeded. Please try again later.', {
      errorCode: 'rate_limit_exceeded',
    }),
};

function accountOf({ headers }: SimRequest): string | SimResponse {
  const { 'x-api-key': key } = headers;
  if (key === undefined)
    return syncError(401, 'Either Cookie or x-api-key header must be provided');
  return isShownKey(key) ? key : syncError(401);
}

/** Shows a generation: now, or once it has ended or the hold is over. */
function look(
  { request, params }: Call,
  { world, book }: ProtocolTools,
  view: Parameters<typeof generation>[1],
): SimResponse | Hold {
  const wanted = lookRequest(request.query, world);
  if (typeof wanted === 'string') return syncError(400, wanted);
  const { holdMs, progress } = wanted;
  const headers = holdMs === undefined ? {} : waitHeaders(holdMs);
  const show = (): SimResponse => {
    const job = book.find(params['id']);
    return job === undefined ? GONE() : json(200, generation(job, view, progress), headers);
  };
  const job = book.find(params['id']);
  if (job === undefined || holdMs === undefined || hasEnded(job.state.stage)) return show();
  return { untilMs: Math.min(world.now() + holdMs, job.settlesAtMs), then: show };
}
