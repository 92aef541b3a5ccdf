import type { SimJob } from '../SimJob.js';
import { payloadOf } from './batchInput.js';
import { inputItems } from './generateInput.js';
import { isReachable } from './generateRefusal.js';
import type { SyncDesk } from './SyncDesk.js';

const EXAMPLE_ROWS = 20;

/**
 * A batch as `GET /v2/batch/{id}` shows it. Its generations end one after another while it runs; those
 * whose inputs cannot be fetched fail.
 *
 * @param job - the batch
 * @param desk - of the vendor
 * @see https://sync.so/docs/api-reference/api/batch-api/get (read 2026-11-22)
 * @since 0.1.0
 */
export function batch(
  job: SimJob,
  { world, baseUrl }: SyncDesk,
): Readonly<Record<string, unknown>> {
  const webhook = job.input['webhook_url'];
  return job.show({
    id: job.id,
    created_at: world.isoTime(job.createdAt),
    status: job.state.status,
    metrics: metrics(job),
    ...(typeof webhook === 'string' ? { webhookUrl: webhook } : {}),
    outputUrl: job.state.stage === 'succeeded' ? `${baseUrl()}/v2/batches/${job.id}/result` : '',
  });
}

function metrics(job: SimJob): Readonly<Record<string, number>> {
  const rows = batchRows(job);
  const { stage, progress = 0 } = job.state;
  const started = stage === 'queued' ? 0 : Math.floor(progress * rows.length);
  const ended = stage === 'succeeded' ? rows.length : started;
  const failed = stage === 'failed' ? rows.length : rows.slice(0, ended).filter(isLost).length;
  const succeeded = stage === 'failed' ? 0 : ended - failed;
  return {
    total_generations: rows.length,
    success_count: succeeded,
    failed_count: failed,
    pending_count: rows.length - succeeded - failed,
  };
}

function batchRows(job: SimJob): readonly unknown[] {
  const rows = job.input['rows'];
  return Array.isArray(rows) ? (rows as readonly unknown[]) : EXAMPLES;
}

const EXAMPLES: readonly unknown[] = Array.from({ length: EXAMPLE_ROWS }, (_, index) => ({
  request_id: `row-${index + 1}`,
}));

function isLost(row: unknown): boolean {
  return inputItems(payloadOf(row)).some(({ url }) => typeof url === 'string' && !isReachable(url));
}

/**
 * What a batch made, one JSON line a row, in the rows' order. The fields of a line are inferred.
 *
 * @param job - the batch
 * @param desk - of the vendor
 * @since 0.1.0
 */
export function batchResult(job: SimJob, { media }: SyncDesk): string {
  const lines = batchRows(job).map((row, index) => {
    const request_id = (row as { readonly request_id?: unknown }).request_id ?? null;
    return isLost(row)
      ? { request_id, status: 'FAILED', outputUrl: null, error: 'An input is inaccessible.' }
      : { request_id, status: 'COMPLETED', outputUrl: media.url(job.id, `${index + 1}.mp4`).url };
  });
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}
