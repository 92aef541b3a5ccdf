import type { Phase } from '../../model/Phase.js';

/**
 * The words that sync.so documents for the state of a generation.
 *
 * @see https://sync.so/docs/api-reference/api/generate-api/get (read 2026-11-22)
 * @since 0.1.0
 */
export type GenerationStatus = 'PENDING' | 'PROCESSING' | 'COMPLETED' | 'FAILED' | 'REJECTED';

/**
 * Words of older versions: the OpenAPI of 2025-03 has `CANCELED` and `TIMED_OUT`, the quickstart of
 * that time spells `CANCELLED`.
 *
 * @see https://github.com/synchronicity-labs/docs-v2 (read 2026-11-22)
 */
type OlderStatus = 'CANCELED' | 'CANCELLED' | 'TIMED_OUT';

/** What each word means. @since 0.1.0 */
export const GENERATION_PHASES: Readonly<Record<GenerationStatus | OlderStatus, Phase>> = {
  PENDING: 'queued', // documented
  PROCESSING: 'running', // documented
  COMPLETED: 'succeeded', // documented
  FAILED: 'failed', // documented
  REJECTED: 'failed', // documented: refused before processing
  CANCELED: 'canceled', // older
  CANCELLED: 'canceled', // older
  TIMED_OUT: 'failed', // older
};
