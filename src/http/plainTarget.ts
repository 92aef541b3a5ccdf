import type { HttpCall } from '../contract/HttpPort.js';
import { NODE_HEADERS } from './nodeHeaders.js';

/** Text that axios would write as it stands; with anything else it knows better what to do. */
const PLAIN_VALUE = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/;

/** Where a plain request goes, and what its head says. @since 0.1.0 */
export interface PlainTarget {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
}

function urlOf(text: string): URL | undefined {
  try {
    const url = new URL(text);
    return url.username === '' && url.password === '' ? url : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Where a request goes that needs nothing but Node: text or nothing, plain headers, to an absolute URL.
 *
 * @returns `undefined` for every other request
 * @since 0.1.0
 */
export function plainTargetOf({
  body,
  headers: given,
  url: text,
}: HttpCall): PlainTarget | undefined {
  if (body !== undefined && typeof body !== 'string') return undefined;
  const headers: Record<string, string> = { ...NODE_HEADERS };
  for (const name of Object.keys(given)) {
    const value: unknown = given[name];
    if (typeof value !== 'string' || !PLAIN_VALUE.test(value)) return undefined;
    headers[name] = value;
  }
  const url = urlOf(text);
  return url === undefined ? undefined : { url, headers };
}
