import type { Call } from '../Call.js';
import type { IdempotencyLedger, Made } from '../IdempotencyLedger.js';
import { json } from '../SimResponse.js';
import type { SimResponse } from '../SimResponse.js';
import { concurrencyRefusal } from './concurrency.js';
import { generateInput } from './generateInput.js';
import { generateRefusal } from './generateRefusal.js';
import { generation } from './generation.js';
import type { SyncDesk } from './SyncDesk.js';
import { codedError } from './syncError.js';

const KEY = /^[A-Za-z0-9._~-]{1,128}$/;

/**
 * Answers `POST /v2/generate`.
 *
 * @param call - the request
 * @param ledger - the answers under idempotency keys
 * @param desk - of the vendor
 * @see https://sync.so/docs/api-reference/guides/idempotency (read 2026-11-22)
 * @since 0.1.0
 */
export function createGeneration(
  call: Call,
  ledger: IdempotencyLedger,
  desk: SyncDesk,
): SimResponse {
  const { request, account, delayMs } = call;
  const key = request.headers['idempotency-key'];
  if (key === undefined) return made(call, desk).response;
  if (!KEY.test(key)) {
    const message =
      'Idempotency-Key must be 1-128 characters of A-Z, a-z, 0-9, ".", "_", "~" and "-"';
    return codedError('INVALID_IDEMPOTENCY_KEY', { message });
  }
  const fingerprint = JSON.stringify([request.body, request.parts]);
  const said = ledger.once({ key: `${account}/${key}`, fingerprint, delayMs }, () =>
    made(call, desk),
  );
  switch (said) {
    case 'in-progress':
      return codedError('IDEMPOTENCY_IN_PROGRESS', {}, { 'retry-after': '2' });
    case 'conflict':
      return codedError('IDEMPOTENCY_KEY_CONFLICT');
    default:
      return said.response;
  }
}

function made({ request }: Call, desk: SyncDesk): Made {
  const read = generateInput(request);
  if ('refusal' in read) return { response: read.refusal };
  const { fields } = read;
  const refusal = generateRefusal(fields, desk.library) ?? concurrencyRefusal(desk, 'generations');
  if (refusal !== undefined) return { response: refusal };
  const job = desk.book.add('generations', fields, 1);
  return { response: json(201, generation(job, desk)), job };
}
