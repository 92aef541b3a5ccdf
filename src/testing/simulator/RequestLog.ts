import type { SimRequest } from './SimRequest.js';

/** A request that arrived at a simulated vendor. @since 0.1.0 */
export interface LoggedRequest {
  /** When it arrived, epoch milliseconds. */
  readonly at: number;
  readonly method: string;
  /** From the vendor's root, without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /**
   * Lower-case names. Keys are here, since this is the vendor's side, but not enumerable: printing or
   * comparing the log does not show them.
   */
  readonly headers: Readonly<Record<string, string>>;
  /** The body as text. */
  readonly body: string;
  /** The status that was answered; `undefined` before, and when no status was sent. */
  readonly status: number | undefined;
}

const KEY_HEADERS: ReadonlySet<string> = new Set([
  'authorization',
  'cookie',
  'proxy-authorization',
  'x-api-id',
  'x-api-key',
]);

/** What arrived, in order. @since 0.1.0 */
export class RequestLog {
  readonly #entries: LoggedRequest[] = [];

  get entries(): readonly LoggedRequest[] {
    return this.#entries;
  }

  /**
   * Writes down a request.
   *
   * @returns takes the status once the answer leaves, if it has one, and gives the whole entry
   */
  add(at: number, request: SimRequest): (status: number | undefined) => LoggedRequest {
    const { method, path, body } = request;
    const entry = {
      at,
      method,
      path,
      query: Object.fromEntries(request.query),
      headers: withHiddenKeys(request.headers),
      body,
      status: undefined as number | undefined,
    };
    this.#entries.push(entry);
    return (status) => {
      entry.status = status;
      return entry;
    };
  }
}

function withHiddenKeys(
  headers: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const shown: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    Object.defineProperty(shown, name, { value, enumerable: !KEY_HEADERS.has(name) });
  }
  return shown;
}
