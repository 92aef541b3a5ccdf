import { AxiosError, getAdapter } from 'axios';
import type { AxiosResponse, InternalAxiosRequestConfig } from 'axios';
import type { ByteStream, NodeBuiltins } from './nodeBuiltins.js';
import { plainRequest } from './plainRequest.js';
import type { OnArriving } from './wholeAnswer.js';
import { wholeAnswer } from './wholeAnswer.js';

/** What axios' own adapter can do for a request, and ours cannot. */
const LEFT_TO_AXIOS = [
  'auth',
  'baseURL',
  'cancelToken',
  'family',
  'httpVersion',
  'insecureHTTPParser',
  'lookup',
  'maxRate',
  'onDownloadProgress',
  'onUploadProgress',
  'params',
  'proxy',
  'socketPath',
  'transport',
] as const;

type Wishes = Partial<Record<(typeof LEFT_TO_AXIOS)[number], unknown>>;

/** The body as it comes: it is unpacked and counted here. */
const STREAMED = { responseType: 'stream', decompress: false, maxContentLength: -1 } as const;

/** Where a request goes that needs nothing but Node: text or nothing, to an absolute URL. */
function plainUrlOf(config: InternalAxiosRequestConfig): URL | undefined {
  const { data, url } = config as { readonly data?: unknown; readonly url?: unknown };
  const isText = data === undefined || data === null || typeof data === 'string';
  if (!isText || typeof url !== 'string' || !/^https?:\/\//i.test(url)) return undefined;
  if (LEFT_TO_AXIOS.some((name) => Boolean((config as Wishes)[name]))) return undefined;
  try {
    const parsed = new URL(url);
    return parsed.username === '' && parsed.password === '' ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** What is read of an answer to tell where it came from. */
interface Origin {
  readonly socket?: { readonly encrypted?: boolean };
  readonly req?: { readonly path?: string };
}

/**
 * Whether a proxy answered in place of the vendor. It was asked for a tunnel and gave none, so that
 * nothing of the request went through; axios gives its answer out as the vendor's. A proxy that is
 * asked by the whole URL passes requests on: its answers count.
 */
function isProxyAnswer({ proxy, url }: InternalAxiosRequestConfig, head: AxiosResponse): boolean {
  const { req, socket } = head.data as Origin;
  const isTunnelled = Boolean(proxy) && /^https:/i.test(url ?? '') && req?.path?.[0] === '/';
  return isTunnelled && socket !== undefined && socket.encrypted !== true;
}

/**
 * An adapter for axios on Node: what is plain goes by Node's own modules, with less work,
 * and the rest, such as files and proxies, by axios' own adapter. Of every answer that breaks off, what
 * came of it by then can be had.
 *
 * @since 0.1.0
 */
export async function nodeAdapter(
  config: InternalAxiosRequestConfig,
  builtins: NodeBuiltins,
  onArriving: OnArriving,
): Promise<AxiosResponse> {
  const url = plainUrlOf(config);
  if (url !== undefined) return plainRequest(config, url, builtins, onArriving);
  const streamed: InternalAxiosRequestConfig = { ...config, ...STREAMED };
  const head = await getAdapter('http', streamed)(streamed);
  if (isProxyAnswer(config, head)) {
    (head.data as ByteStream).destroy();
    const text = `the proxy answered ${head.status} and did not connect`;
    throw new AxiosError(text, 'ERR_PROXY_TUNNEL', config);
  }
  return wholeAnswer({ ...head, config }, builtins.zlib, onArriving);
}
