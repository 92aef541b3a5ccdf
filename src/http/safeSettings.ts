import type { AxiosRequestConfig } from 'axios';
import type { HttpCall } from '../contract/HttpPort.js';

/** Most bytes of a body, either way, after decompression: 8 MiB. @since 0.1.0 */
export const MOST_BYTES = 8 * 1024 * 1024;

function refuseRedirect(): never {
  throw new Error('redirects are not followed');
}

/**
 * What holds for every request, whoever gave the axios instance and whatever its interceptors did:
 * no redirects, bounded bodies, every status an answer, text as it came, and no time but ours.
 *
 * axios' own timeout is off: it does not bound a body that trickles, and a timer of its own would,
 * after a sleep of the machine, throw away an answer that has already arrived.
 *
 * @since 0.1.0
 */
export const SAFE_SETTINGS = {
  maxRedirects: 0,
  // Earlier versions of axios 1 take no notice of the line above when they use fetch.
  fetchOptions: { redirect: 'manual' },
  beforeRedirect: refuseRedirect,
  validateStatus: () => true,
  responseType: 'text',
  maxContentLength: MOST_BYTES,
  maxBodyLength: MOST_BYTES,
  timeout: 0,
} as const satisfies AxiosRequestConfig;

/**
 * How large a request's body may be: text is bounded, files are as large as they are.
 *
 * @since 0.1.0
 */
export const mostBodyBytes = (body: unknown): number =>
  typeof body === 'object' ? Infinity : MOST_BYTES;

const asItCame = (data: unknown): unknown => data;

/**
 * The request as axios takes it; the settings that must hold are set behind the interceptors.
 *
 * The URL is absolute: `baseURL` and `params` of an instance are kept away from it, so that they can
 * send neither key nor job anywhere else.
 *
 * @since 0.1.0
 */
export function requestOf(call: HttpCall): AxiosRequestConfig {
  const names = Object.keys(call.headers);
  const hasType = names.some((name) => name.toLowerCase() === 'content-type');
  return {
    method: call.method,
    url: call.url,
    baseURL: '',
    params: null,
    data: call.body,
    // Nobody named a type of it, or there is none; `false` keeps axios from making one up.
    headers:
      typeof call.body !== 'object' && !hasType
        ? { ...call.headers, 'Content-Type': false }
        : { ...call.headers },
    transformRequest: [asItCame],
    transformResponse: [asItCame],
    sensitiveHeaders: names,
    redact: names,
  };
}
