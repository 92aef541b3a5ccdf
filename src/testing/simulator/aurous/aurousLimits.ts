import type { ProtocolLimits } from '../Protocol.js';
import { aurousError } from './aurousError.js';

/**
 * The token buckets of Aurous, one a team. Every answer tells about the one it drew from: its
 * capacity, what is left, and when it is full again, in epoch seconds.
 *
 * @see https://docs.aurous-labs.com/rate-limits (read 2026-11-22)
 * @since 0.1.0
 */
export const aurousLimits: ProtocolLimits = {
  buckets: {
    characters_get: { perMinute: 120, burst: 240, binds: 'default' },
    characters_post: { perMinute: 30, burst: 60, binds: 'documented' },
    characters_synthesize: { perMinute: 6, burst: 12, binds: 'documented' },
    images_post: { perMinute: 60, burst: 120, binds: 'documented' },
    estimate_post: { perMinute: 120, burst: 240, binds: 'documented' },
    files_post: { perMinute: 30, burst: 60, binds: 'documented' },
    reads: { perMinute: 600, burst: 1200, binds: 'documented' },
  },
  headers: ({ capacity, remaining, fullAtMs }) => ({
    'x-ratelimit-limit': String(capacity),
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-reset': String(Math.ceil(fullAtMs / 1000)),
  }),
  refuse: ({ name, nextInMs }) => {
    const seconds = Math.max(1, Math.ceil(nextInMs / 1000));
    return aurousError(
      {
        status: 429,
        code: 'too_many_requests',
        message: `Rate limit exceeded for ${name}. Retry after ${seconds}s.`,
      },
      { 'retry-after': String(seconds) },
    );
  },
};
