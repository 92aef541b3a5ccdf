import { isHttpFault } from '../contract/HttpFault.js';
import type { JobError } from '../errors/JobError.js';
import type { JobErrorFacts } from '../errors/JobErrorBase.js';
import { NetworkFault } from '../errors/NetworkFault.js';
import { redactText } from '../errors/redactText.js';
import { TimedOut } from '../errors/TimedOut.js';
import { Undecodable } from '../errors/Undecodable.js';
import { UnexpectedRedirect } from '../errors/UnexpectedRedirect.js';
import type { Environment } from './Environment.js';
import type { Exchange } from './Exchange.js';

/**
 * A `JobError`, and whether the request was certainly sent or not, where the port knows.
 *
 * @since 0.1.0
 */
export interface JudgedFault {
  readonly error: JobError;
  readonly certain?: boolean;
}

const textOf = (cause: unknown): string =>
  cause instanceof Error ? cause.message : 'the transport failed without saying why';

/**
 * Makes a `JobError` of what kept an answer from coming. Nothing of the transport goes along but a
 * bounded, redacted text.
 *
 * @param cause - an `HttpFault`, `timeout`, `no answer`, or whatever a user's port threw
 * @since 0.1.0
 */
export function errorOfFault(
  environment: Environment,
  { operation, ref }: Exchange,
  cause: unknown,
  timeoutMs: number,
): JudgedFault {
  const { vendor, credentials } = environment;
  const facts: JobErrorFacts = {
    provider: vendor.provider,
    operation,
    ref,
    retryable: true,
    jobMayBeRunning: ref !== undefined,
    attempts: 1,
  };
  const say = (text: string): string =>
    redactText(`${vendor.title}: ${operation}: ${text}`, credentials.secrets());
  if (cause === 'timeout') {
    return { error: new TimedOut(say(`no whole answer within ${timeoutMs} ms`), facts) };
  }
  if (cause === 'no answer') {
    return {
      error: new NetworkFault(say('the transport ended without an answer'), 'other', facts),
    };
  }
  if (!isHttpFault(cause)) {
    return { error: new NetworkFault(say(textOf(cause)), 'other', facts) };
  }
  const certain = cause.sent;
  switch (cause.reason) {
    case 'timeout':
      return { error: new TimedOut(say(cause.message), facts), certain };
    case 'too-large': {
      const final = { ...facts, retryable: false };
      return { error: new Undecodable(say(cause.message), 'too-large', final), certain };
    }
    case 'redirect':
      return {
        error: new UnexpectedRedirect(say(cause.message), { ...facts, retryable: false }),
        certain,
      };
    default:
      return { error: new NetworkFault(say(cause.message), cause.reason, facts), certain };
  }
}
