import type { Idempotency } from '../../contract/JobKind.js';

/**
 * How sync.so recognizes a create that is sent again: generations and text-to-speech jobs alone, each
 * by keys of their own.
 *
 * @see https://sync.so/docs/api-reference/guides/idempotency (read 2026-11-22)
 * @see https://sync.so/docs/api-reference/api/tts-api/create-job (read 2026-11-22)
 * @since 0.1.0
 */
export const idempotency: Idempotency = {
  header: 'Idempotency-Key',
  inProgress: ({ code }) => code === 'IDEMPOTENCY_IN_PROGRESS',
};
