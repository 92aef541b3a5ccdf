import type { ProtocolLimits } from '../Protocol.js';
import { syncError } from './syncError.js';

/**
 * sync.so's limits by key, as several of its pages told them; none is told in headers. How many jobs
 * run at once is another limit, with another error.
 *
 * @see https://sync.so/docs/api-reference/guides/rate-limits (read 2026-11-22)
 * @since 0.1.0
 */
export const syncLimits: ProtocolLimits = {
  buckets: {
    generate: { perMinute: 100, burst: 100, binds: 'documented' }, // older
    poll: { perMinute: 600, burst: 600, binds: 'documented' }, // older
    tts: { perMinute: 60, burst: 60, binds: 'documented' }, // documented
    ttsJobs: { perMinute: 60, burst: 60, binds: 'documented' }, // documented
    voices: { perMinute: 10 / 60, burst: 10, binds: 'documented' }, // documented
    uploads: { perMinute: 120, burst: 120, binds: 'documented' }, // documented
  },
  refuse: () =>
    syncError(429, 'Rate limit exceeded. Please try again later.', {
      errorCode: 'rate_limit_exceeded',
    }),
};
