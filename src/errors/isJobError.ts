import type { JobError, JobErrorOf } from './JobError.js';
import { JOB_ERROR_BRAND } from './JobErrorBase.js';
import type { JobErrorTag } from './JobErrorTag.js';

/**
 * Whether a value is an error of this library, and of one of the tags, if any are given.
 *
 * Goes by a brand and the tag, never by `instanceof`, so that two copies of the package agree.
 *
 * @param value - anything, such as what a `catch` caught
 * @param tags - the tags that count; none means all
 * @example
 * ```ts
 * import { isJobError } from 'rushes';
 *
 * const wait = (e: unknown): number =>
 *   isJobError(e, 'RateLimited') ? (e.retryAfterMs ?? 1000) : 0;
 * ```
 * @since 0.1.0
 */
export function isJobError<Tag extends JobErrorTag = JobErrorTag>(
  value: unknown,
  ...tags: readonly Tag[]
): value is JobErrorOf<Tag> {
  if (typeof value !== 'object' || value === null) return false;
  if ((value as Record<symbol, unknown>)[JOB_ERROR_BRAND] !== true) return false;
  return tags.length === 0 || (tags as readonly string[]).includes((value as JobError)._tag);
}
