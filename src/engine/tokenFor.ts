import { catchError, defer } from 'rxjs';
import type { Observable } from 'rxjs';
import type { Bucket } from '../contract/Limiter.js';
import { isJobError } from '../errors/isJobError.js';
import { RateLimited } from '../errors/RateLimited.js';
import { MAX_RETRY_AFTER_MS } from '../timing/retryStep.js';
import { AttemptFailure } from './AttemptFailure.js';
import type { Environment } from './Environment.js';
import type { Exchange } from './Exchange.js';

/**
 * Waits for a token of the bucket, if that does not take longer than the exchange has patience, nor
 * than 15 minutes.
 *
 * @returns errors with an {@link AttemptFailure} of a request that was not sent, where it would; other
 * errors are the limiter's
 * @since 0.1.0
 */
export function tokenFor(
  { limiter, vendor }: Environment,
  { operation, patienceMs = MAX_RETRY_AFTER_MS, priority, ref, urgency }: Exchange,
  bucket: Bucket,
): Observable<void> {
  const refusal = (retryAfterMs = 0): AttemptFailure => {
    const seconds = Math.ceil(retryAfterMs / 1_000);
    const message = `${vendor.title}: ${operation}: not sent: its limit allows no request for ${seconds} s`;
    const facts = { provider: vendor.provider, operation, ref, retryAfterMs };
    const mayRun = ref !== undefined;
    return new AttemptFailure(
      new RateLimited(message, { ...facts, retryable: true, jobMayBeRunning: mayRun, attempts: 0 }),
      false,
    );
  };
  return defer(() => {
    const waitMs = limiter.waitMs?.(bucket, priority) ?? 0;
    if (waitMs > Math.min(patienceMs, MAX_RETRY_AFTER_MS)) throw refusal(waitMs);
    return limiter.acquire(bucket, priority, urgency).pipe(
      catchError((error: unknown) => {
        throw isJobError(error, 'RateLimited') ? refusal(error.retryAfterMs) : error;
      }),
    );
  });
}
