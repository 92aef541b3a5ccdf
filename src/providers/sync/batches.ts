import { assetOf } from '../../contract/assetOf.js';
import { bareList } from '../../contract/bareList.js';
import { inputRules, optional } from '../../contract/inputRules.js';
import type { JobKind, KindList } from '../../contract/JobKind.js';
import { word } from '../../contract/lenient.js';
import { lenientBody } from '../../contract/lenientBody.js';
import { pathSegment } from '../../contract/pathSegment.js';
import { text, wordLike } from '../../contract/valueRules.js';
import type { VendorCall } from '../../contract/VendorCall.js';
import { BatchBody } from './BatchBody.js';
import type { BatchInput } from './BatchInput.js';
import { batchInputIssues } from './BatchInput.js';
import type { BatchOutput } from './BatchOutput.js';
import { batchOutput, batchProgress } from './BatchOutput.js';
import { batchRequest, dryRunRequest } from './batchRequest.js';
import { errorOf } from './errorOf.js';
import type { BatchStatus } from './status.js';
import { BATCH_PHASES } from './status.js';

/** Which batches to list. @since 0.1.0 */
export interface BatchQuery {
  /** Only those in this state. */
  readonly status?: BatchStatus | (string & {});
  /** Only those made after this date, ISO 8601. */
  readonly created_after?: string;
  /** Only those made before this date, ISO 8601. */
  readonly created_before?: string;
}

/**
 * Lists batches, the newest first: one bare array, without pages.
 *
 * @see https://sync.so/docs/api-reference/api/batch-api/list (read 2026-11-22)
 * @since 0.1.0
 */
export const batchesList: KindList<BatchQuery> = {
  check: inputRules<BatchQuery>({
    status: optional(wordLike('PENDING', 'JOBS_CREATED', 'PROCESSING', 'COMPLETED', 'FAILED')),
    created_after: optional(text({ min: 1 })),
    created_before: optional(text({ min: 1 })),
  }),
  request: (query) => ({ method: 'GET', path: '/v2/batch', query: { ...query } }),
  bodies: bareList,
};

/**
 * sync.so's batches: up to some hundreds of generations at once, within a day. A create that is sent
 * again is not recognized.
 *
 * @see https://sync.so/docs/api-reference/api/batch-api/create (read 2026-11-22)
 * @see https://sync.so/docs/api-reference/api/batch-api/get (read 2026-11-22)
 * @since 0.1.0
 */
export const batches: JobKind<BatchInput, BatchBody, BatchOutput> = {
  provider: 'sync',
  kind: 'batches',
  check: batchInputIssues,
  submit: batchRequest,
  search: { list: batchesList, query: {}, echoes: [] },
  look: (id) => ({ method: 'GET', path: `/v2/batch/${pathSegment(id)}` }),
  buckets: {},
  codec: BatchBody,
  id: (body) => body.id,
  status: (body) => body.status,
  phases: BATCH_PHASES,
  output: batchOutput,
  progress: batchProgress,
  progressScale: 'fraction',
  assets: ({ outputUrl }) => assetOf(outputUrl, 'text', 'outputUrl'),
  createdAt: ({ created_at, createdAt }) => created_at ?? createdAt,
  errorOf,
};

/** What sync.so says of a batch that it only looked at: `VALIDATED`. @since 0.1.0 */
export interface BatchValidation {
  /** `VALIDATED`; what is wrong with a batch comes as `Rejected`. */
  readonly status: 'VALIDATED' | (string & {});
}

/**
 * Has a batch checked by sync.so; makes nothing.
 *
 * @see https://sync.so/docs/api-reference/guides/batch-processing (read 2026-11-22)
 * @since 0.1.0
 */
export const validateBatch: VendorCall<BatchInput, BatchValidation> = {
  name: 'batches.validate',
  check: batchInputIssues,
  request: dryRunRequest,
  answer: lenientBody('a validation', { status: word }, {}),
  errorOf,
};
