import { httpsUrl } from '../fieldRules.js';
import { isFields } from '../JsonFields.js';
import type { JsonFields } from '../JsonFields.js';
import type { SimResponse } from '../SimResponse.js';
import { payloadOf } from './batchInput.js';
import type { BatchInput } from './batchInput.js';
import { shapeErrors } from './generateShape.js';
import { jobAt } from './SyncDesk.js';
import type { SyncDesk } from './SyncDesk.js';
import { codedError, syncError } from './syncError.js';

const FEWEST = 20;
const MOST = 500;

/**
 * Judges a batch. Errors name the line of the row: line N is `rows[N-1]`.
 *
 * @param batch - what was sent
 * @param desk - of the vendor
 * @see https://sync.so/docs/api-reference/api/batch-api/create-from-rows (read 2026-11-22)
 * @since 0.1.0
 */
export function batchRefusal(
  { rows, webhook_url }: BatchInput,
  desk: SyncDesk,
): SimResponse | undefined {
  const webhook = httpsUrl(webhook_url, 'webhook_url');
  if (webhook.length > 0)
    return syncError(
      400,
      webhook.map(({ message }) => message),
    );
  const bare = rows.findIndex((row) => !isFields(row));
  if (bare >= 0) return onLine('batch_invalid_jsonl', bare);
  if (rows.length < FEWEST) return codedError('batch_insufficient_records');
  if (rows.length > MOST) return codedError('batch_too_many_requests');
  return rowsRefusal(rows.filter(isFields), desk);
}

function rowsRefusal(rows: readonly JsonFields[], desk: SyncDesk): SimResponse | undefined {
  const seen = new Set<unknown>();
  for (const [index, row] of rows.entries()) {
    const { request_id: id, endpoint } = row;
    if (typeof id !== 'string' || id === '') {
      return syncError(400, `Line ${index + 1}: request_id must be a string`);
    }
    if (seen.has(id)) return onLine('batch_duplicate_request_id', index);
    seen.add(id);
    if (endpoint !== '/v2/generate') return onLine('batch_invalid_endpoint', index);
    const refusal = payloadRefusal(payloadOf(row), index, desk);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

function payloadRefusal(
  payload: JsonFields,
  index: number,
  desk: SyncDesk,
): SimResponse | undefined {
  const [error] = shapeErrors(payload);
  if (error !== undefined) return syncError(400, `Line ${index + 1}: ${error}`);
  const edit = payload['dialogueEdit'];
  if (!isFields(edit)) return undefined;
  const id = typeof edit['id'] === 'string' ? edit['id'] : undefined;
  return jobAt(desk, 'dialogueEdits', id) === undefined
    ? codedError('dialogue_edit_not_found', { lineNumber: index + 1 })
    : undefined;
}

function onLine(code: string, index: number): SimResponse {
  const { message } = JSON.parse(codedError(code).body) as { readonly message: string };
  return codedError(code, { message: `Line ${index + 1}: ${message}` });
}
