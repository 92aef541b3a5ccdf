import type { BatchBody } from './BatchBody.js';

/** How the generations of a batch went. @since 0.1.0 */
export interface BatchMetrics {
  readonly total_generations?: number;
  readonly success_count?: number;
  readonly failed_count?: number;
  /** Those that wait or are worked on. */
  readonly pending_count?: number;
}

/**
 * The results of a batch.
 *
 * @see https://sync.so/docs/api-reference/api/batch-api/get (read 2026-11-22)
 * @since 0.1.0
 */
export interface BatchOutput {
  /**
   * Leads to a file of JSON lines, one for each row, by a redirect to a signed URL. Where it asks for
   * the key, which `download` of `rushes/node` never sends, download what `batches.resultUrl` gives.
   */
  readonly outputUrl: string;
  /** How many succeeded and failed: a batch is done when no generation is left, however they ended. */
  readonly metrics: BatchMetrics;
}

const present = (metrics: Readonly<Record<string, number | undefined>>): BatchMetrics =>
  Object.fromEntries(Object.entries(metrics).filter(([, count]) => count !== undefined));

function metricsOf({ metrics: known = {} }: BatchBody): BatchMetrics {
  return present({
    total_generations: known.total_generations ?? known.totalGenerations,
    success_count: known.success_count ?? known.successCount,
    failed_count: known.failed_count ?? known.failedCount,
    pending_count: known.pending_count ?? known.pendingCount,
  });
}

/** The results in a body; `undefined` as long as there are none. @since 0.1.0 */
export const batchOutput = (body: BatchBody): BatchOutput | undefined =>
  body.outputUrl === undefined
    ? undefined
    : { outputUrl: body.outputUrl, metrics: metricsOf(body) };

/** Which part of a batch is done, `[0, 1]`; `undefined` where it does not say of how many. @since 0.1.0 */
export function batchProgress(body: BatchBody): number | undefined {
  const { total_generations: total, success_count = 0, failed_count = 0 } = metricsOf(body);
  if (total === undefined || total <= 0) return undefined;
  return Math.max(0, success_count + failed_count) / total;
}
