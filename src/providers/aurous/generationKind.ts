import type { JobKind, JobVerb } from '../../contract/JobKind.js';
import { jobFailure } from '../../contract/jobFailure.js';
import { pathSegment } from '../../contract/pathSegment.js';
import { IMAGES_POST, READS } from './buckets.js';
import { errorOf } from './errorOf.js';
import { failureOf } from './failureOf.js';
import { GenerationBody } from './GenerationBody.js';
import { GENERATION_PHASES } from './generationStatus.js';
import { idempotency } from './idempotency.js';

/** How long an output's URL works, by the stricter of two pages: "~24 hours" after the end. */
const OUTPUT_LIFE_MS = 24 * 60 * 60_000;

// A video is looked at where images are; its id says what it is.
const pathOf = (id: string): string => `/v1/images/${pathSegment(id)}`;

/** When the URLs of an output stop working. @since 0.1.0 */
export const outputExpiry = ({ completed_at }: GenerationBody, observedAt: number): number =>
  (completed_at ?? observedAt) + OUTPUT_LIFE_MS;

/**
 * What images and videos have in common: all but what they take and what they give.
 *
 * There is no progress. Creates are recognized when repeated under their key for 24 hours.
 *
 * @see https://docs.aurous-labs.com/api-reference/images/retrieve-image (read 2026-11-22)
 * @since 0.1.0
 */
export const generationColumns = {
  provider: 'aurous',
  idempotency,
  look: (id) => ({ method: 'GET', path: pathOf(id) }),
  buckets: { submit: IMAGES_POST, look: READS },
  codec: GenerationBody,
  id: (body) => body.id,
  status: (body) => body.status,
  phases: GENERATION_PHASES,
  failure: ({ error_message, status }) =>
    failureOf(error_message) ??
    // The word itself is the reason.
    (status === 'failed' ? undefined : jobFailure(undefined, status)),
  // While it runs, the amount is what is held at most.
  credits: (body) => body.cost?.amount,
  createdAt: (body) => body.created_at,
  errorOf,
} satisfies Partial<JobKind<never, GenerationBody, never>>;

/**
 * Stops an image or a video that has not ended; what was stopped before stays so. One that has ended
 * is refused with `generation_not_cancellable`.
 *
 * @see https://docs.aurous-labs.com/api-reference/images/cancel-image (read 2026-11-22)
 * @since 0.1.0
 */
export const cancelGeneration: JobVerb<void> = {
  name: 'cancel',
  request: (id) => ({ method: 'POST', path: `${pathOf(id)}/cancel` }),
  bucket: IMAGES_POST,
  paid: false,
};
