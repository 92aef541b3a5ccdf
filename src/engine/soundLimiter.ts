import { catchError, defer, take, throwError, throwIfEmpty } from 'rxjs';
import { HttpFault } from '../contract/HttpFault.js';
import type { Limiter } from '../contract/Limiter.js';

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

/**
 * A limiter of the user's, held to its contract: one token for each wish, and none of its failures
 * but those of `acquire`, as faults of a request that was not sent.
 *
 * @since 0.1.0
 */
export function soundLimiter(limiter: Limiter): Limiter {
  return {
    acquire: (bucket, priority) =>
      defer(() => limiter.acquire(bucket, priority)).pipe(
        take(1),
        throwIfEmpty(),
        catchError((cause: unknown) => throwError(() => failed(cause))),
      ),
    release: (bucket) => quietly(() => limiter.release?.(bucket)),
    report: (bucket, answer) => quietly(() => limiter.report(bucket, answer)),
  };
}
