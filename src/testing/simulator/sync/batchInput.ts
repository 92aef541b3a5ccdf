import { isFields, jsonFields, parsedJson } from '../JsonFields.js';
import type { JsonFields } from '../JsonFields.js';
import type { SimRequest } from '../SimRequest.js';
import type { SimResponse } from '../SimResponse.js';
import { NOT_JSON } from './readFields.js';
import { codedError, syncError } from './syncError.js';

/** What a batch was asked for; a row is what stands on one line. @since 0.1.0 */
export interface BatchInput {
  readonly rows: readonly unknown[];
  readonly webhook_url: unknown;
  readonly dry_run: boolean;
}

/** The body of a request, or why there is none. @since 0.1.0 */
export type ReadBatch = { readonly batch: BatchInput } | { readonly refusal: SimResponse };

const MOST_BYTES = 5 * 1024 ** 2;

/**
 * Reads the body of `POST /v2/batch`: a form with a file of JSON lines, or JSON with `rows`.
 *
 * @param request - what arrived
 * @see https://sync.so/docs/api-reference/api/batch-api/create (read 2026-11-22)
 * @see https://sync.so/docs/api-reference/api/batch-api/create-from-rows (read 2026-11-22)
 * @since 0.1.0
 */
export function batchInput(request: SimRequest): ReadBatch {
  return request.parts === undefined ? rowsOf(request.body) : linesOf(request.parts);
}

function rowsOf(text: string): ReadBatch {
  const body = jsonFields(text);
  if (body === undefined) return { refusal: NOT_JSON };
  const { rows, webhook_url, dry_run } = body;
  if (!Array.isArray(rows)) return { refusal: syncError(400, ['rows must be an array']) };
  if (text.length > MOST_BYTES) return { refusal: codedError('batch_file_too_large') };
  return { batch: { rows: rows as readonly unknown[], webhook_url, dry_run: dry_run === true } };
}

function linesOf(parts: NonNullable<SimRequest['parts']>): ReadBatch {
  const fields = new Map(parts);
  const input = fields.get('input');
  if (input === undefined) return { refusal: syncError(400, 'input file is required') };
  const text = typeof input === 'string' ? input : input.text;
  if (text === undefined || text.length > MOST_BYTES) {
    return { refusal: codedError('batch_file_too_large') };
  }
  const rows = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(parsedJson);
  const dry_run = fields.get('dry_run') === 'true';
  return { batch: { rows, webhook_url: fields.get('webhook_url'), dry_run } };
}

/**
 * The generation that a row asks for.
 *
 * @param row - of a batch that was not refused
 * @since 0.1.0
 */
export function payloadOf(row: unknown): JsonFields {
  return isFields(row) && isFields(row['payload']) ? row['payload'] : {};
}
