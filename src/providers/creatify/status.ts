import type { Phase } from '../../model/Phase.js';

/**
 * The words that Creatify documents for the state of an Aurora video.
 *
 * @see https://docs.creatify.ai/api-reference/aurora/get-aurora (read 2026-11-22)
 * @since 0.1.0
 */
export type AuroraStatus = 'pending' | 'in_queue' | 'running' | 'failed' | 'done' | 'rejected';

/**
 * What each word means. The page does not say when `rejected` is used; its name says that no video
 * will come.
 *
 * @since 0.1.0
 */
export const AURORA_PHASES: Readonly<Record<AuroraStatus, Phase>> = {
  pending: 'queued', // documented
  in_queue: 'queued', // documented
  running: 'running', // documented
  done: 'succeeded', // documented
  failed: 'failed', // documented
  rejected: 'failed', // documented
};
