import type { HttpResponse } from '../contract/HttpPort.js';
import { isTransientFailure } from '../contract/isTransientFailure.js';
import type { VendorFault } from '../contract/JobKind.js';
import type { JobError } from '../errors/JobError.js';
import type { JobErrorFacts } from '../errors/JobErrorBase.js';
import { NotFound } from '../errors/NotFound.js';
import { PaymentRequired } from '../errors/PaymentRequired.js';
import { RateLimited } from '../errors/RateLimited.js';
import { redactText } from '../errors/redactText.js';
import { Rejected } from '../errors/Rejected.js';
import { restateError } from '../errors/restateError.js';
import { ServerFault } from '../errors/ServerFault.js';
import { TimedOut } from '../errors/TimedOut.js';
import { Unauthorized } from '../errors/Unauthorized.js';
import { UnexpectedRedirect } from '../errors/UnexpectedRedirect.js';
import { parseRetryAfter } from '../timing/parseRetryAfter.js';
import { MAX_RETRY_AFTER_MS } from '../timing/retryStep.js';
import type { Environment } from './Environment.js';
import type { Exchange } from './Exchange.js';

type ErrorClass = new (message: string, facts: JobErrorFacts) => JobError;

const BY_STATUS: Readonly<Record<number, ErrorClass>> = {
  401: Unauthorized,
  402: PaymentRequired,
  403: Unauthorized,
  404: NotFound,
  408: TimedOut,
  429: RateLimited,
};

const NEVER_IMPLEMENTED: readonly number[] = [501, 505];

function classOf(status: number, retryAfterMs = 0): ErrorClass {
  if (status < 200 || (status >= 300 && status < 400)) return UnexpectedRedirect;
  // A wait that nobody sleeps through is a limit, whatever status asks for it.
  const pauses = status === 408 || (status >= 500 && !NEVER_IMPLEMENTED.includes(status));
  if (pauses && retryAfterMs > MAX_RETRY_AFTER_MS) return RateLimited;
  return BY_STATUS[status] ?? (status >= 500 ? ServerFault : Rejected);
}

/**
 * What the vendor says in an error answer; an answer that makes the reader throw says nothing.
 *
 * @since 0.1.0
 */
export function faultOf(
  { errorOf }: Pick<Exchange, 'errorOf'>,
  response: HttpResponse,
): VendorFault {
  try {
    return errorOf(response);
  } catch {
    return {};
  }
}

/** Makes a `JobError` of an answer that is not 2xx. @since 0.1.0 */
export function errorOfResponse(
  environment: Environment,
  { operation, ref, errorOf }: Exchange,
  response: HttpResponse,
): JobError {
  const { status, headers } = response;
  const { vendor, credentials } = environment;
  const fault = faultOf({ errorOf }, response);
  const secrets = credentials.secrets();
  const clean = (text: string | undefined): string | undefined =>
    text === undefined || text === '' ? undefined : redactText(text, secrets).slice(0, 128);
  const said = fault.message === undefined || fault.message === '' ? '' : `: ${fault.message}`;
  const code = fault.code === undefined || fault.code === '' ? '' : ` ${fault.code}`;
  const retryAfterMs =
    parseRetryAfter(headers['retry-after'], headers['date']) ?? fault.retryAfterMs;
  const error = new (classOf(status, retryAfterMs))(
    redactText(`${vendor.title}: ${operation}: HTTP ${status}${code}${said}`, secrets),
    {
      provider: vendor.provider,
      operation,
      ref,
      httpStatus: status,
      vendorCode: clean(fault.code),
      requestId: clean(fault.requestId),
      retryAfterMs,
      jobMayBeRunning: ref !== undefined && status !== 404 && status !== 410,
      attempts: 1,
    },
  );
  return restateError(error, { retryable: isTransientFailure(error) });
}
