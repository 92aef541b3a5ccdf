import {
  errorJson,
  fieldsOf,
  filledText,
  pageSentence,
  sentenceOf,
} from '../../contract/errorAnswer.js';
import type { HttpResponse } from '../../contract/HttpPort.js';
import type { VendorFault } from '../../contract/JobKind.js';

const CODE = /^[A-Za-z0-9]+(?:_[A-Za-z0-9]+)+$/;

/** A sentence with its full stop; not all of sync.so's have one. */
const ENDED = /[.!?]$/;

/** The plan's limit of jobs, or of batches, under way; `rate_limit_exceeded` heals with time. */
const SLOTS_FULL = 'concurrency_limit_reached'; // documented

/** Where an answer has no field for its code, the code may stand in place of the sentence. */
const codeIn = (value: unknown): string | undefined =>
  typeof value === 'string' && CODE.test(value) ? value : undefined;

const waitMs = (seconds: unknown): number | undefined =>
  typeof seconds === 'number' && seconds >= 0 && seconds < Infinity ? seconds * 1000 : undefined;

function sentence(fields: Readonly<Record<string, unknown>>): string | undefined {
  const said = sentenceOf(fields['message']) ?? sentenceOf(fields['error']);
  const advice = sentenceOf(fields['suggestion']);
  if (said === undefined || advice === undefined) return said ?? advice;
  return `${said}${ENDED.test(said) ? '' : '.'} ${advice}`;
}

/**
 * Reads an error answer of sync.so: `message` is a text or a list, the code is `errorCode` in newer
 * answers and `error_code` in older ones; a create whose outcome is not known names a
 * `generationId`.
 *
 * @see https://sync.so/docs/developer-guides/error-handling (read 2026-11-22)
 * @see https://sync.so/docs/api-reference/guides/idempotency (read 2026-11-22)
 * @see https://sync.so/docs/api-reference/guides/rate-limits (read 2026-11-22)
 * @since 0.1.0
 */
export function errorOf(response: HttpResponse): VendorFault {
  const json = errorJson(response);
  if (json === undefined) return { message: pageSentence(response.body) };
  const fields = fieldsOf(json);
  const { errorCode, error_code, code, error, message, requestId, generationId } = fields;
  const known =
    filledText(errorCode) ??
    filledText(error_code) ??
    filledText(code) ??
    codeIn(error) ??
    codeIn(message);
  return {
    code: known,
    message: sentence(fields) ?? sentenceOf(json),
    requestId: filledText(requestId),
    retryAfterMs: waitMs(fields['retryAfterSeconds']),
    candidateId: filledText(generationId),
    slotsFull: response.status === 429 && known === SLOTS_FULL,
  };
}
