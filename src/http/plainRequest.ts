import { AxiosError, CanceledError } from 'axios';
import type { AxiosResponse, InternalAxiosRequestConfig } from 'axios';
import type { AgentPair } from './nodeAgents.js';
import type { NodeBuiltins, NodeAnswer } from './nodeBuiltins.js';
import { NODE_HEADERS } from './nodeHeaders.js';
import { nodeRequest } from './nodeRequest.js';
import type { OnArriving } from './wholeAnswer.js';
import { wholeAnswer } from './wholeAnswer.js';

/** What the head says, in the order in which it is written. */
function headersOf({ headers }: InternalAxiosRequestConfig): Readonly<Record<string, unknown>> {
  const written = headers.toJSON();
  for (const [name, value] of Object.entries(NODE_HEADERS)) {
    if (headers.get(name) === undefined) written[name] = value;
  }
  return written;
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
  builtins: NodeBuiltins,
  onArriving: OnArriving,
): Promise<AxiosResponse> {
  const { data, signal } = config as { readonly data?: string } & Pick<typeof config, 'signal'>;
  const method = (config.method ?? 'get').toUpperCase();
  const facts = { builtins, method, url, body: data, agents: config as AgentPair };
  let stop = (): void => undefined;
  const answer = new Promise<AxiosResponse>((resolve, reject) => {
    const request = nodeRequest(
      { ...facts, headers: headersOf(config) },
      {
        onError: (error) => reject(AxiosError.from(error, undefined, config, request)),
        onAnswer: (arrived) => {
          const head = headOf(arrived, { config, data: arrived, request });
          resolve(wholeAnswer(head, builtins.zlib, onArriving));
        },
      },
    );
    stop = () => {
      reject(new CanceledError(undefined, config, request));
      request.destroy();
    };
    signal?.addEventListener?.('abort', stop);
  });
  return answer.finally(() => {
    signal?.removeEventListener?.('abort', stop);
  });
}
