import type { HttpResponse } from '../contract/HttpPort.js';
import type { RateAnswer } from '../contract/Limiter.js';
import { parseRetryAfter } from '../timing/parseRetryAfter.js';

const COUNT = /^\d{1,9}$/;

function count(...values: readonly (string | undefined)[]): number | undefined {
  const text = values.map((value) => value?.trim()).find((value) => value !== undefined);
  return text !== undefined && COUNT.test(text) ? Number(text) : undefined;
}

/**
 * Reads what an answer's headers say of its bucket: `Retry-After`, and `X-RateLimit-Limit` and
 * `-Remaining`, also without their `X-`. Whatever is no plain whole number counts as absent.
 *
 * @param response - any answer, good or bad
 * @since 0.1.0
 */
export function rateAnswerOf({ status, headers }: HttpResponse): RateAnswer {
  return {
    status,
    retryAfterMs: parseRetryAfter(headers['retry-after'], headers['date']),
    limit: count(headers['x-ratelimit-limit'], headers['ratelimit-limit']),
    remaining: count(headers['x-ratelimit-remaining'], headers['ratelimit-remaining']),
  };
}
