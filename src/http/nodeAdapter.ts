import { getAdapter } from 'axios';
import type { AxiosResponse, InternalAxiosRequestConfig } from 'axios';
import type { NodeBuiltins } from './nodeBuiltins.js';
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

/**
 * An adapter for axios on Node: what is plain goes by Node's own modules, with a third of the work,
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
  return wholeAnswer({ ...head, config }, builtins.zlib, onArriving);
}
