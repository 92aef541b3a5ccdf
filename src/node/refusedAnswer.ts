import type { JobError } from '../errors/JobError.js';
import type { JobErrorFacts } from '../errors/JobErrorBase.js';
import { RateLimited } from '../errors/RateLimited.js';
import { Rejected } from '../errors/Rejected.js';
import { ServerFault } from '../errors/ServerFault.js';
import { TimedOut } from '../errors/TimedOut.js';
import { Undecodable } from '../errors/Undecodable.js';
import { UnexpectedRedirect } from '../errors/UnexpectedRedirect.js';
import { parseRetryAfter } from '../timing/parseRetryAfter.js';
import { MAX_RETRY_AFTER_MS } from '../timing/retryStep.js';
import type { DownloadPlan } from './DownloadPlan.js';
import type { FoundFile } from './followRedirects.js';
import { isFittingType } from './MediaFormat.js';

const NEVER_IMPLEMENTED: readonly number[] = [501, 505];

/** What to do about a URL that gives no file any more. @since 0.1.0 */
export const REFRESH_ADVICE = 'get a fresh URL with refresh(ref) of the client and download that';

type Say = (text: string) => string;

function refusedStatus(status: number, say: Say, facts: JobErrorFacts): JobError {
  const { retryAfterMs = 0 } = facts;
  const again = { ...facts, retryable: true };
  if (status >= 300 && status < 400) {
    return new UnexpectedRedirect(say('a redirect that leads to no file'), facts);
  }
  if (status < 300) return new Undecodable(say('no whole file'), 'shape', facts);
  if (status === 429 || (status >= 500 && retryAfterMs > MAX_RETRY_AFTER_MS)) {
    return new RateLimited(say('the server asks to slow down'), again);
  }
  if (status === 408) return new TimedOut(say('the server waited too long for us'), again);
  if (status >= 500) {
    const retryable = !NEVER_IMPLEMENTED.includes(status);
    return new ServerFault(say('the server failed'), { ...facts, retryable });
  }
  const why = [403, 410].includes(status) ? 'the URL has expired, or was withdrawn' : 'refused';
  return new Rejected(say(`${why}: ${REFRESH_ADVICE}`), facts);
}

/**
 * Why an answer is not the file that was asked for, or `undefined` where it may be.
 *
 * @param expected - statuses that bear a file: 200, and 206 where a part was asked for
 * @since 0.1.0
 */
export function refusedAnswer(
  { facts: base, type, maxBytes }: DownloadPlan,
  { answer, url }: FoundFile,
  expected: readonly number[],
): JobError | undefined {
  const { statusCode = 0, headers } = answer;
  const facts: JobErrorFacts = {
    ...base,
    attempts: 1,
    httpStatus: statusCode,
    retryAfterMs: parseRetryAfter(headers['retry-after'], headers.date),
  };
  const say: Say = (text) => `download: ${url.host}: HTTP ${statusCode}: ${text}`;
  if (!expected.includes(statusCode)) return refusedStatus(statusCode, say, facts);
  const shape = (text: string): JobError => new Undecodable(say(text), 'shape', facts);
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding.trim().toLowerCase() !== 'identity') return shape('the file comes packed');
  const contentType = headers['content-type'];
  if (!isFittingType(type, contentType)) return shape(`${type} is wanted, ${contentType} came`);
  const chunked = /\bchunked\b/i.test(headers['transfer-encoding'] ?? '');
  if (headers['content-length'] === undefined && !chunked) {
    // The body would end with the connection, and a cut one would look whole.
    return shape('the server does not tell where the file ends');
  }
  if (Number(headers['content-length'] ?? 0) > maxBytes) {
    return new Undecodable(say(`the file is larger than ${maxBytes} bytes`), 'too-large', facts);
  }
  return undefined;
}
