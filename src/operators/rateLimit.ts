import { concatMap, defer, take, tap, throwIfEmpty } from 'rxjs';
import type { MonoTypeOperatorFunction } from 'rxjs';
import type { Bucket, Limiter } from '../contract/Limiter.js';
import { Closed } from '../errors/Closed.js';
import { isJobError } from '../errors/isJobError.js';
import { requireOption } from '../errors/requireOption.js';

/** For limiters that know their limit themselves. */
const UNLIMITED: Bucket = { name: 'requests', perMinute: Infinity, burst: Infinity };

/**
 * Waits for its turn before it subscribes to the source: one subscription, one token.
 *
 * Nothing is dropped. A `RateLimited` error of the source is reported to the limiter, so that all
 * who share it slow down. Put it before `retryTransient()` and `poll()` in the pipe: each attempt and
 * each look then takes a token of its own.
 *
 * ```marbles
 * token   ---(t|)     the limiter's answer
 * source  -a|         subscribed at 3
 * result  ----a|
 * ```
 *
 * - **next**: passed through
 * - **error**: passed through, the limiter's own as well; `Closed` when it ends without a token
 * - **complete**: passed through
 * - **unsubscribe**: leaves the limiter's queue, or unsubscribes from the source
 *
 * @param limiter - hands out the tokens; share one among all that draw on the same limit
 * @param bucket - which of the vendor's limits the source draws on. Default: one without a limit of
 * its own, for limiters that know theirs
 * @returns an operator that mirrors the source, later
 * @throws InvalidInput, at once, for a limiter without `acquire` or a bucket out of range
 * @example
 * ```ts
 * import { timer } from 'rxjs';
 * import { fromFetch } from 'rxjs/fetch';
 * import { map } from 'rxjs';
 * import type { Limiter } from 'rushes';
 * import { rateLimit } from 'rushes/operators';
 *
 * const oneSecondEach: Limiter = {
 *   acquire: () => timer(1_000).pipe(map(() => undefined)),
 *   report: () => undefined,
 * };
 * const body$ = fromFetch('https://jobs.example/1').pipe(rateLimit(oneSecondEach));
 * ```
 * @since 0.1.0
 */
export function rateLimit<T>(
  limiter: Limiter,
  bucket: Bucket = UNLIMITED,
): MonoTypeOperatorFunction<T> {
  const isLimiter = typeof (limiter as Limiter | undefined)?.acquire === 'function';
  requireOption(isLimiter, 'rateLimit', 'limiter', 'must have an acquire method');
  requireOption(bucket.perMinute > 0, 'rateLimit', 'bucket.perMinute', 'must be a number > 0');
  requireOption(bucket.burst >= 1, 'rateLimit', 'bucket.burst', 'must be a number >= 1');
  const noToken = () =>
    new Closed('the limiter ended without a token', {
      provider: 'rushes',
      operation: 'rateLimit',
      jobMayBeRunning: true,
    });
  return (source) => {
    const reported = source.pipe(
      tap({
        error: (error: unknown) => {
          if (!isJobError(error, 'RateLimited')) return;
          limiter.report(bucket, { status: 429, retryAfterMs: error.retryAfterMs });
        },
      }),
    );
    return defer(() => limiter.acquire(bucket)).pipe(
      take(1),
      throwIfEmpty(noToken),
      concatMap(() => reported),
    );
  };
}
