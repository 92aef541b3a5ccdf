import type { TypeOf } from 'io-ts';
import { moment, numeric, vendorId, webUrl, word } from '../../contract/lenient.js';
import { lenientBody } from '../../contract/lenientBody.js';

/** Written with `_` by the pages of a look, in camelCase by the sample of a webhook. */
const BatchMetricsBody = lenientBody(
  'the metrics of a batch',
  {},
  {
    total_generations: numeric,
    totalGenerations: numeric,
    success_count: numeric,
    successCount: numeric,
    failed_count: numeric,
    failedCount: numeric,
    pending_count: numeric,
    pendingCount: numeric,
  },
);

/**
 * The body of a look at a batch, of its create's answer and of a list's items. `outputUrl` is `""`
 * until there are results.
 *
 * @see https://sync.so/docs/api-reference/api/batch-api/get (read 2026-11-22)
 * @since 0.1.0
 */
export const BatchBody = lenientBody(
  'a batch',
  { id: vendorId, status: word },
  { outputUrl: webUrl, metrics: BatchMetricsBody, created_at: moment, createdAt: moment },
);

/** What {@link BatchBody} decodes to. @since 0.1.0 */
export type BatchBody = TypeOf<typeof BatchBody>;
