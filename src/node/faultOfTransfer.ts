import { isJobError } from '../errors/isJobError.js';
import { InvalidInput } from '../errors/InvalidInput.js';
import type { JobError } from '../errors/JobError.js';
import { NetworkFault } from '../errors/NetworkFault.js';
import { TimedOut } from '../errors/TimedOut.js';
import { Undecodable } from '../errors/Undecodable.js';
import { UnexpectedRedirect } from '../errors/UnexpectedRedirect.js';
import { verdictOf } from '../http/verdictOf.js';
import type { DownloadPlan } from './DownloadPlan.js';
import { ClosedAddress } from './publicLookup.js';

/** Where a transfer was when it failed. @since 0.1.0 */
export interface TransferPlace {
  /** The host that was spoken to, without the rest of the URL, which may be a secret. */
  readonly host: string;
  /** Whether a redirect had led there. */
  readonly redirected: boolean;
  /** Whether the server had said nothing for too long. */
  readonly tooLong: boolean;
}

/**
 * Makes a `JobError` of whatever broke a transfer; one that is a `JobError` already stays as it is.
 *
 * @since 0.1.0
 */
export function faultOfTransfer(
  { facts: base, timeoutMs }: Pick<DownloadPlan, 'facts' | 'timeoutMs'>,
  { host, redirected, tooLong }: TransferPlace,
  cause: unknown,
): JobError {
  if (isJobError(cause)) return cause;
  const facts = { ...base, attempts: 1 };
  const say = (text: string): string => `download: ${host}: ${text}`;
  if (cause instanceof ClosedAddress) {
    return redirected
      ? new UnexpectedRedirect(say(cause.message), facts)
      : new InvalidInput([{ path: 'asset.url', message: cause.message }], facts);
  }
  const repeatable = { ...facts, retryable: true };
  if (tooLong) return new TimedOut(say(`nothing came for ${timeoutMs} ms`), repeatable);
  const { reason, text } = verdictOf(cause);
  switch (reason) {
    case 'timeout':
      return new TimedOut(say(text), repeatable);
    case 'too-large':
      return new Undecodable(say('the head of the answer is too large'), 'too-large', facts);
    case 'redirect':
      return new UnexpectedRedirect(say(text), facts);
    default:
      return new NetworkFault(say(text), reason, repeatable);
  }
}
