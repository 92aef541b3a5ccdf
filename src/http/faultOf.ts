import { HttpFault } from '../contract/HttpFault.js';
import type { HttpFaultReason, PartialAnswer } from '../contract/HttpFault.js';
import type { HttpCall } from '../contract/HttpPort.js';
import { redactText } from '../errors/redactText.js';
import type { Passage } from './Passage.js';
import { verdictOf } from './verdictOf.js';

const WORDS: Readonly<Record<HttpFaultReason, string>> = {
  refused: 'the connection was refused',
  reset: 'the connection broke',
  dns: 'the host name could not be resolved',
  tls: 'no secure connection could be made',
  proxy: 'the proxy did not let the request through',
  offline: 'there is no network',
  timeout: 'no whole answer came in time',
  'too-large': 'the answer is larger than the limit',
  redirect: 'the answer was a redirect, which is not followed',
  other: 'the request failed',
};

/** Header values, also without the word before them: `Bearer abc` and `abc`. */
function secretsOf({ headers }: HttpCall): readonly string[] {
  const values = Object.values(headers).flatMap((value) => [value, value.replace(/^\S+\s+/, '')]);
  return [...new Set(values)].sort((a, b) => b.length - a.length);
}

/** What {@link faultIn} puts into words. @since 0.1.0 */
export interface FaultFacts {
  readonly reason: HttpFaultReason;
  readonly sent: boolean;
  /** What the transport says. */
  readonly text?: string;
  /** What came of the answer. */
  readonly partial?: PartialAnswer | undefined;
}

/** A fault in words, without a key or the query of a URL. @since 0.1.0 */
export function faultIn(call: HttpCall, { reason, sent, text, partial }: FaultFacts): HttpFault {
  const words = text === undefined ? WORDS[reason] : `${WORDS[reason]}: ${text}`;
  return new HttpFault({ reason, sent, message: redactText(words, secretsOf(call)), partial });
}

/**
 * Makes an `HttpFault` of whatever axios, its adapter or an interceptor threw. Nothing of that is
 * reachable from it.
 *
 * @since 0.1.0
 */
export function faultOf(error: unknown, call: HttpCall, passage: Passage): HttpFault {
  const { reason, text } = verdictOf(error);
  const unreached = reason === 'refused' || reason === 'dns' || reason === 'offline';
  const where = passage.proxied && unreached ? 'proxy' : reason;
  const { partial, sent } = passage;
  return faultIn(call, { reason: where, sent, text, partial });
}
