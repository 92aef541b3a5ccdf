import { catchError, defer, take, throwError, throwIfEmpty } from 'rxjs';
import { HttpFault } from '../contract/HttpFault.js';
import type { Bucket, Limiter, LimiterPriority } from '../contract/Limiter.js';
import { isJobError } from '../errors/isJobError.js';

const failed = (cause: unknown): HttpFault => {
  const why = cause instanceof Error ? cause.message : 'it gave no token';
  return new HttpFault({ reason: 'other', sent: false, message: `the limiter failed: ${why}` });
};

const quietly = (work: () => void): void => {
  try {
    work();
  } catch {
    // What a limiter makes of an answer must not lose the answer.
  }
};

/** A limiter that cannot say how long it takes is simply waited for. */
function waitOf(limiter: Limiter, bucket: Bucket, priority?: LimiterPriority): number {
  try {
    const waitMs: unknown = limiter.waitMs?.(bucket, priority);
    return typeof waitMs === 'number' && waitMs > 0 ? waitMs : 0;
  } catch {
    return 0;
  }
}

/**
 * A limiter of the user's, held to its contract: one token for each wish, and none of its failures
 * but those of `acquire`, as faults of a request that was not sent; `RateLimited` stays what it is.
 *
 * @since 0.1.0
 */
export function soundLimiter(limiter: Limiter): Limiter {
  return {
    acquire: (bucket, priority, urgency) =>
      defer(() => limiter.acquire(bucket, priority, urgency)).pipe(
        take(1),
        throwIfEmpty(),
        catchError((cause: unknown) =>
          throwError(() => (isJobError(cause, 'RateLimited') ? cause : failed(cause))),
        ),
      ),
    waitMs: (bucket, priority) => waitOf(limiter, bucket, priority),
    release: (bucket) => quietly(() => limiter.release?.(bucket)),
    report: (bucket, answer) => quietly(() => limiter.report(bucket, answer)),
  };
}
