import type { FormField, HttpRequest } from '../../contract/HttpRequest.js';
import type { BatchInput } from './BatchInput.js';
import { isBatchOfFile } from './BatchInput.js';

/** The rows as the file that sync.so reads: JSON lines. */
function fileOf(input: BatchInput): Blob {
  if (isBatchOfFile(input)) return input.input;
  const lines = input.rows.map((row) => JSON.stringify(row)).join('\n');
  return new File([lines], 'batch.jsonl', { type: 'application/jsonl' });
}

const request = { method: 'POST', path: '/v2/batch' } as const;

function formOf(input: BatchInput, ...more: readonly FormField[]): HttpRequest {
  const { webhook_url } = input;
  const webhook = webhook_url === undefined ? [] : [{ name: 'webhook_url', value: webhook_url }];
  return { ...request, form: [...webhook, ...more, { name: 'input', value: fileOf(input) }] };
}

/** The create of a batch: JSON for rows, a form for a file. @since 0.1.0 */
export const batchRequest = (input: BatchInput): HttpRequest =>
  isBatchOfFile(input) ? formOf(input) : { ...request, json: input };

/** Has a batch looked at, and nothing made: that form alone knows `dry_run`. @since 0.1.0 */
export const dryRunRequest = (input: BatchInput): HttpRequest =>
  formOf(input, { name: 'dry_run', value: 'true' });
