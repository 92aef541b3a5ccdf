import { assetOf } from '../../contract/assetOf.js';
import { bareList } from '../../contract/bareList.js';
import { inputRules, optional } from '../../contract/inputRules.js';
import { jobFailure } from '../../contract/jobFailure.js';
import type { JobKind, KindList } from '../../contract/JobKind.js';
import { pathSegment } from '../../contract/pathSegment.js';
import { jobId, listOf, text } from '../../contract/valueRules.js';
import type { AuroraInput } from './AuroraInput.js';
import { auroraInputIssues } from './AuroraInput.js';
import type { AuroraOutput } from './AuroraOutput.js';
import { auroraOutput } from './AuroraOutput.js';
import { errorOf } from './errorOf.js';
import { AURORA_PHASES } from './status.js';
import { AuroraBody } from './wire.js';

const PATH = '/api/aurora/';

/** Most ids in one list request. */
const MOST_IDS = 100;

/**
 * Creatify's Aurora: an image and an audio become a video of the person speaking.
 *
 * No create is recognized when repeated, no job can be canceled or deleted, and the scale of the
 * progress is not documented.
 *
 * @see https://docs.creatify.ai/api-reference/aurora/post-aurora (read 2026-11-22)
 * @see https://docs.creatify.ai/api-reference/aurora/get-aurora (read 2026-11-22)
 * @since 0.1.0
 */
export const aurora: JobKind<AuroraInput, AuroraBody, AuroraOutput> = {
  provider: 'creatify',
  kind: 'aurora',
  check: auroraInputIssues,
  submit: (input) => ({ method: 'POST', path: PATH, json: input }),
  look: (id) => ({ method: 'GET', path: `${PATH}${pathSegment(id)}/` }),
  lookMany: {
    max: MOST_IDS,
    request: (ids) => ({ method: 'GET', path: PATH, query: { ids: ids.join(',') } }),
    bodies: bareList,
  },
  buckets: {},
  codec: AuroraBody,
  id: (body) => body.id,
  status: (body) => body.status,
  phases: AURORA_PHASES,
  output: auroraOutput,
  progress: (body) => body.progress,
  failure: ({ failed_reason }) => jobFailure(failed_reason),
  assets: ({ video_output, preview }) => [
    ...assetOf(video_output, 'video', 'video_output'),
    ...assetOf(preview, 'other', 'preview'),
  ],
  credits: (body) => body.credits_used,
  createdAt: (body) => body.created_at,
  errorOf,
};

/** Which Aurora videos to list; all of them without a query. @since 0.1.0 */
export interface AuroraQuery {
  /** Only these ids, 1 to 100. */
  readonly ids?: readonly string[];
  /** The field to order by, in Creatify's words. */
  readonly ordering?: string;
}

/**
 * Lists Aurora videos: one bare array, without pages.
 *
 * @see https://docs.creatify.ai/api-reference/aurora/get-aurora (read 2026-11-22)
 * @since 0.1.0
 */
export const auroraList: KindList<AuroraQuery> = {
  check: inputRules<AuroraQuery>({
    ids: optional(listOf(jobId, { min: 1, max: MOST_IDS })),
    ordering: optional(text({ min: 1 })),
  }),
  request: ({ ids, ordering }) => ({
    method: 'GET',
    path: PATH,
    query: { ids: ids?.join(','), ordering },
  }),
  bodies: bareList,
};
