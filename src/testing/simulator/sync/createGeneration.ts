import type { Call } from '../Call.js';
import type { IdempotencyLedger, Made } from '../IdempotencyLedger.js';
import type { JobBook } from '../JobBook.js';
import { json } from '../SimResponse.js';
import type { SimResponse } from '../SimResponse.js';
import { hasEnded } from '../Stage.js';
import { errorCatalogue } from './errorCatalogue.js';
import { generateInput, inaccessibleInput, shapeErrors } from './generateInput.js';
import { generation } from './generation.js';
import type { GenerationView } from './generation.js';
import { syncError } from './syncError.js';

const KEY = /^[A-Za-z0-9._~-]{1,128}$/;
const SCALE_PLAN = 15;

/**
 * Answers `POST /v2/generate`.
 *
 * @param call - the request
 * @param ledger - the answers under idempotency keys
 * @param book - the jobs
 * @param view - how generations are shown
 * @since 0.1.0
 */
export function createGeneration(
  call: Call,
  ledger: IdempotencyLedger,
  book: JobBook,
  view: GenerationView,
): SimResponse {
  const { request, account, delayMs } = call;
  const key = request.headers['idempotency-key'];
  if (key === undefined) return made(call, book, view).response;
  if (!KEY.test(key)) {
    const message =
      'Idempotency-Key must be 1-128 characters of A-Z, a-z, 0-9, ".", "_", "~" and "-"';
    return syncError(400, message, { errorCode: 'INVALID_IDEMPOTENCY_KEY' });
  }
  const fingerprint = JSON.stringify([request.body, request.parts]);
  const said = ledger.once({ key: `${account}/${key}`, fingerprint, delayMs }, () =>
    made(call, book, view),
  );
  switch (said) {
    case 'in-progress':
      return syncError(
        409,
        'A request with this Idempotency-Key is in progress',
        { errorCode: 'IDEMPOTENCY_IN_PROGRESS' },
        { 'retry-after': '2' },
      );
    case 'conflict':
      return syncError(409, 'This Idempotency-Key was used with another payload', {
        errorCode: 'IDEMPOTENCY_KEY_CONFLICT',
      });
    default:
      return said.response;
  }
}

function made({ request }: Call, book: JobBook, view: GenerationView): Made {
  const body = generateInput(request);
  if (body === undefined) return { response: syncError(400, 'Unexpected end of JSON input') };
  const errors = shapeErrors(body);
  if (errors.length > 0) return { response: syncError(400, errors) };
  const lost = inaccessibleInput(body);
  if (lost !== undefined) return { response: inaccessible(lost) };
  const full = concurrencyRefusal(book, view);
  if (full !== undefined) return { response: full };
  const job = book.add('generations', body, 1);
  return { response: json(201, generation(job, view)), job };
}

function inaccessible(type: string): SimResponse {
  const code = `generation_input_${type}_inaccessible`;
  const known = errorCatalogue.find((line) => line.code === code);
  return syncError(422, known?.message ?? `The provided ${type} URL is inaccessible.`, {
    errorCode: code,
    ...(known === undefined ? {} : { suggestion: known.suggestion }),
  });
}

function concurrencyRefusal(book: JobBook, { world }: GenerationView): SimResponse | undefined {
  const limit = world.options.sync?.concurrency ?? SCALE_PLAN;
  const active = book.present.filter((job) => !hasEnded(job.state.stage)).length;
  if (world.options.limits !== 'documented' || active < limit) return undefined;
  return syncError(429, 'Concurrency limit reached', {
    errorCode: 'concurrency_limit_reached',
    activeGenerations: active,
    concurrencyLimit: limit,
    retryAfterSeconds: 2,
  });
}
