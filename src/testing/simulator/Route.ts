import { TrieRouter } from 'hono/router/trie-router';
import type { Call, Hold } from './Call.js';
import type { SimResponse } from './SimResponse.js';

/** What a route is for; faults are aimed by it. @since 0.1.0 */
export type RouteRole = 'create' | 'get' | 'list' | 'verb' | 'delete' | 'media' | 'other';

/** One operation of a vendor. @since 0.1.0 */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With named parts: `/api/aurora/:id/`. */
  readonly path: string;
  readonly role: RouteRole;
  /** `true` when no key is needed. */
  readonly open?: boolean;
  /** The rate limit that the call draws from, by name. */
  readonly bucket?: string | ((call: Call) => string);
  readonly answer: (call: Call) => SimResponse | Hold;
}

/** A route and the named parts of the path that led to it. @since 0.1.0 */
export interface RouteMatch {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/** The operations of one vendor, found by method and path. @since 0.1.0 */
export class RouteTable {
  readonly #router = new TrieRouter<Route>();

  constructor(routes: readonly Route[]) {
    for (const route of routes) this.#router.add(route.method, route.path, route);
  }

  /**
   * The operation that a request is for, or `undefined`.
   *
   * A trailing slash counts: `/api/aurora` is not `/api/aurora/`.
   *
   * @param method - upper case
   * @param path - percent-encoded, without a query
   */
  match(method: string, path: string): RouteMatch | undefined {
    const found = this.#router.match(method, path)[0][0];
    if (found === undefined) return undefined;
    const [route, encoded] = found;
    const params: Record<string, string> = {};
    for (const [name, value] of Object.entries(encoded)) params[name] = decodePart(String(value));
    return { route, params };
  }
}

function decodePart(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
