import { json } from '../SimResponse.js';
import type { SimResponse } from '../SimResponse.js';
import { syncErrorFacts } from './syncErrorCodes.js';

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  402: 'Payment Required',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  413: 'Payload Too Large',
  422: 'Unprocessable Entity',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

/**
 * An error in sync.so's shape: `{ message, error, statusCode, errorCode?, … }`.
 *
 * @param status - the HTTP status
 * @param message - one sentence, or one for each field that is wrong
 * @param more - further keys, such as `errorCode` and `suggestion`
 * @param headers - more headers, lower-case names
 * @since 0.1.0
 */
export function syncError(
  status: number,
  message: string | readonly string[] = TITLES[status] ?? 'Error',
  more: Readonly<Record<string, unknown>> = {},
  headers: Readonly<Record<string, string>> = {},
): SimResponse {
  const error = TITLES[status];
  const titled = error === undefined || error === message ? {} : { error };
  return json(status, { message, ...titled, statusCode: status, ...more }, headers);
}

/**
 * The error of a code, with its status, text and advice.
 *
 * @param code - one of the vendor's
 * @param more - further keys, and those that go before the code's own, such as `message`
 * @param headers - more headers, lower-case names
 * @since 0.1.0
 */
export function codedError(
  code: string,
  more: Readonly<Record<string, unknown>> = {},
  headers: Readonly<Record<string, string>> = {},
): SimResponse {
  const { status = 500, message, suggestion } = syncErrorFacts(code) ?? {};
  return syncError(status, message, { errorCode: code, suggestion, ...more }, headers);
}
