import type { HttpCall } from '../contract/HttpPort.js';
import type { HttpRequest } from '../contract/HttpRequest.js';
import { InvalidInput } from '../errors/InvalidInput.js';
import type { Environment } from './Environment.js';
import type { Exchange } from './Exchange.js';
import { MISPLACED_KEY } from './keyIssues.js';
import { pathIssues } from './pathIssues.js';

const queryText = (query: HttpRequest['query'] = {}): string => {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
};

/** A request to which only its time is added. @since 0.1.0 */
export type PreparedCall = Omit<HttpCall, 'timeoutMs' | 'onSend'>;

/** The request of an exchange as the port is to get it, with its keys. @since 0.1.0 */
export function preparedCall(
  environment: Environment,
  exchange: Exchange,
  keys: Readonly<Record<string, string>>,
): PreparedCall {
  const { request } = exchange;
  const body =
    exchange.body ?? (request.json === undefined ? undefined : JSON.stringify(request.json));
  const own = {
    accept: 'application/json',
    ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}),
    ...environment.headers,
    ...request.headers,
    ...exchange.headers,
    ...keys,
  };
  return {
    method: request.method,
    url: exchange.url ?? `${environment.baseUrl}${request.path}${queryText(request.query)}`,
    headers: exchange.url === undefined ? own : { ...request.headers },
    ...(exchange.url === undefined ? {} : { elsewhere: true }),
    ...(body === undefined ? {} : { body }),
    ...(exchange.paid === true ? { fresh: true } : {}),
  };
}

/**
 * Why a request may not be sent: its path leaves its place, or a key stands where it does not belong,
 * and the vendor's logs, and whom it tells, would show it.
 *
 * @since 0.1.0
 */
export function refusalOf(
  { credentials, vendor }: Environment,
  { operation, ref, request, url }: Exchange,
  call: PreparedCall,
): InvalidInput | undefined {
  // The vendor's own addresses are the vendor's to answer for.
  if (url !== undefined) return undefined;
  const { body = '' } = call;
  const texts = body instanceof FormData ? [...body.values()] : [body];
  const inBody = texts.some((text) => typeof text === 'string' && credentials.isIn(text));
  const places = [...(credentials.isIn(call.url) ? ['url'] : []), ...(inBody ? ['body'] : [])];
  const keys = places.map((path) => ({ path, message: MISPLACED_KEY }));
  const issues = [...pathIssues(request.path), ...keys];
  if (issues.length === 0) return undefined;
  return new InvalidInput(issues, { provider: vendor.provider, operation, ref });
}
