import axios, { AxiosError, CanceledError } from 'axios';
import type { AxiosResponse, InternalAxiosRequestConfig } from 'axios';
import type { AgentPair } from './nodeAgents.js';
import type { NodeAnswer, NodeBuiltins } from './nodeBuiltins.js';
import { mostBodyBytes } from './safeSettings.js';
import type { OnArriving } from './wholeAnswer.js';
import { wholeAnswer } from './wholeAnswer.js';

const encoder = new TextEncoder();

/**
 * Whatever Node reads of its options is written out: what is left out, it would look for on
 * `Object.prototype`, where anybody may have put it.
 */
const NOTHING_ELSE = {
  _defaultAgent: undefined,
  auth: undefined,
  createConnection: undefined,
  defaultPort: undefined,
  family: undefined,
  fd: undefined,
  handle: undefined,
  hints: undefined,
  host: undefined,
  insecureHTTPParser: false,
  joinDuplicateHeaders: undefined,
  localAddress: undefined,
  localPort: undefined,
  lookup: undefined,
  maxHeaderSize: undefined,
  onread: undefined,
  setHost: true,
  signal: undefined,
  socketPath: undefined,
  // An agent ends idle connections, not those that wait for an answer.
  timeout: 0,
  uniqueHeaders: undefined,
};

/** What the head says, in the order in which it is written. */
function headersOf({ data, headers }: InternalAxiosRequestConfig): object {
  const own: Record<string, string> = {};
  if (headers.get('User-Agent') === undefined) own['User-Agent'] = `axios/${axios.VERSION}`;
  if (headers.get('Accept-Encoding') === undefined) own['Accept-Encoding'] = 'gzip, deflate, br';
  if (typeof data === 'string' && data !== '') {
    const bytes = encoder.encode(data).length;
    if (bytes > mostBodyBytes(data)) {
      throw new AxiosError('Request body larger than maxBodyLength limit', 'ERR_BAD_REQUEST');
    }
    own['Content-Length'] = String(bytes);
  }
  return { ...headers.toJSON(), ...own };
}

function optionsOf(config: InternalAxiosRequestConfig, url: URL): object {
  const { httpAgent, httpsAgent } = config as AgentPair;
  return {
    ...NOTHING_ELSE,
    protocol: url.protocol,
    hostname: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port,
    path: url.pathname + url.search,
    method: (config.method ?? 'get').toUpperCase(),
    headers: headersOf(config),
    agent: url.protocol === 'https:' ? httpsAgent : httpAgent,
  };
}

function headOf(
  { headers, statusCode = 0, statusMessage = '' }: NodeAnswer,
  rest: Pick<AxiosResponse<unknown>, 'config' | 'data' | 'request'>,
): AxiosResponse<unknown> {
  return { status: statusCode, statusText: statusMessage, headers, ...rest };
}

/**
 * Makes a request of text or nothing by Node's own modules, as it stands: no proxy, no redirect, no
 * time of its own. Its signal closes the socket at once.
 *
 * @param config - as axios gives it to an adapter
 * @param url - where to, absolute
 * @returns errors with what axios' own adapter would error with
 * @since 0.1.0
 */
export function plainRequest(
  config: InternalAxiosRequestConfig,
  url: URL,
  { http, https, zlib }: NodeBuiltins,
  onArriving: OnArriving,
): Promise<AxiosResponse> {
  const { data, signal } = config as { readonly data?: string } & Pick<typeof config, 'signal'>;
  let stop = (): void => undefined;
  const answer = new Promise<AxiosResponse>((resolve, reject) => {
    const request = (url.protocol === 'https:' ? https : http).request(optionsOf(config, url));
    let head: NodeAnswer | undefined;
    request.on('error', (error) => {
      // The rest of a body that cannot be read ends the answer, not the process.
      if (head !== undefined) head.destroy(error);
      else reject(AxiosError.from(error, undefined, config, request));
    });
    request.on('response', (arrived) => {
      head = arrived;
      resolve(wholeAnswer(headOf(arrived, { config, data: arrived, request }), zlib, onArriving));
    });
    stop = () => {
      reject(new CanceledError(undefined, config, request));
      request.destroy();
    };
    signal?.addEventListener?.('abort', stop);
    request.end(data);
  });
  return answer.finally(() => {
    signal?.removeEventListener?.('abort', stop);
  });
}
