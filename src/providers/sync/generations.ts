import { assetOf } from '../../contract/assetOf.js';
import { bareList } from '../../contract/bareList.js';
import type { QueryValue } from '../../contract/HttpRequest.js';
import { jobFailure } from '../../contract/jobFailure.js';
import type { JobKind, LookHint } from '../../contract/JobKind.js';
import { pathSegment } from '../../contract/pathSegment.js';
import { failures } from './errorCatalogue.js';
import { errorOf } from './errorOf.js';
import { generationRequest } from './generationForm.js';
import type { GenerationInput } from './GenerationInput.js';
import type { GenerationOutput } from './GenerationOutput.js';
import { generationOutput } from './GenerationOutput.js';
import { generationInputIssues } from './generationRules.js';
import { generationsList, MOST_ITEMS } from './generationsList.js';
import { idempotency } from './idempotency.js';
import { GENERATION_PHASES } from './status.js';
import { GenerationBody } from './wire.js';

/** Whole seconds, at least 1: newer servers refuse anything else. */
const seconds = (ms: number): number => Math.max(1, Math.floor(ms / 1000));

function lookQuery(hint: LookHint): Readonly<Record<string, QueryValue>> | undefined {
  if (hint.holdMs !== undefined) return { wait: true, timeout: seconds(hint.holdMs) };
  return hint.progress === true ? { include: 'progress' } : undefined;
}

/**
 * sync.so's generations: a video or image whose lips move to an audio or text.
 *
 * A look can be held open or show live progress, but not both. Holds: the page of the mid of 2026
 * allows 55 s, the present one refuses more than 10 s with HTTP 400.
 *
 * @see https://sync.so/docs/api-reference/api/generate-api/create (read 2026-11-22)
 * @see https://sync.so/docs/api-reference/api/generate-api/get (read 2026-11-22)
 * @see https://sync.so/docs/api-reference/guides/idempotency (read 2026-11-22)
 * @since 0.1.0
 */
export const generations: JobKind<GenerationInput, GenerationBody, GenerationOutput> = {
  provider: 'sync',
  kind: 'generations',
  check: generationInputIssues,
  submit: generationRequest,
  idempotency,
  search: { list: generationsList, query: {}, echoes: ['model', 'projectId'] },
  look: (id, hint = {}) => {
    const query = lookQuery(hint);
    const path = `/v2/generate/${pathSegment(id)}`;
    return query === undefined ? { method: 'GET', path } : { method: 'GET', path, query };
  },
  lookMany: {
    max: MOST_ITEMS,
    request: (ids) => ({
      method: 'GET',
      path: '/v2/generations',
      query: { ids: ids.join(','), limit: MOST_ITEMS },
    }),
    bodies: bareList,
  },
  hold: { startMs: 10_000, maxMs: 55_000, refused: ({ status }) => status === 400 },
  liveProgress: true,
  remove: (id) => ({ method: 'DELETE', path: `/v2/generations/${pathSegment(id)}` }),
  buckets: {},
  codec: GenerationBody,
  id: (body) => body.id,
  status: (body) => body.status,
  phases: GENERATION_PHASES,
  output: generationOutput,
  progress: (body) => body.progress_percent,
  progressScale: 'percent',
  failure: ({ error, errorCode, error_code }) =>
    jobFailure(error, [errorCode, error_code].filter(Boolean)[0]),
  failures,
  assets: ({ outputUrl, segmentOutputUrl, synthesizedAudioUrl }) => [
    ...assetOf(outputUrl, 'video', 'outputUrl'),
    ...assetOf(segmentOutputUrl, 'video', 'segmentOutputUrl'),
    ...assetOf(synthesizedAudioUrl, 'audio', 'synthesizedAudioUrl'),
  ],
  createdAt: (body) => body.createdAt,
  errorOf,
  // Documented: 30 to 120 seconds.
  typicalMs: 75_000,
};
