import type { SimResponse } from '../SimResponse.js';
import { hasEnded } from '../Stage.js';
import { jobsOf } from './SyncDesk.js';
import type { SyncDesk } from './SyncDesk.js';
import { syncError } from './syncError.js';

/** Jobs at once of the Scale plan. */
const SCALE_PLAN = 15;

const MESSAGES = {
  generations: 'Concurrency limit reached',
  batches:
    'Batch concurrency limit reached. Please wait for an existing batch to complete or upgrade your plan.',
} as const;

/**
 * Refuses a job beyond those that the plan lets run at once; it is let in when one of them has ended.
 * Batches are counted apart, by the same number, which is inferred.
 *
 * @param desk - of the vendor
 * @param kind - of the job
 * @see https://sync.so/docs/api-reference/guides/rate-limits (read 2026-11-22)
 * @since 0.1.0
 */
export function concurrencyRefusal(
  desk: SyncDesk,
  kind: keyof typeof MESSAGES,
): SimResponse | undefined {
  const { limits, sync } = desk.world.options;
  const limit = sync?.concurrency ?? (limits === 'documented' ? SCALE_PLAN : Infinity);
  if (limits === 'none' || limit === Infinity) return undefined;
  const active = jobsOf(desk, kind).filter((job) => !hasEnded(job.state.stage)).length;
  if (active < limit) return undefined;
  return syncError(429, MESSAGES[kind], {
    errorCode: 'concurrency_limit_reached',
    activeGenerations: active,
    concurrencyLimit: limit,
    retryAfterSeconds: 2,
  });
}
