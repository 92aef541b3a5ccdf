import { RouteTable } from '../Route.js';
import type { Route } from '../Route.js';
import type { SimRequest } from '../SimRequest.js';
import { json } from '../SimResponse.js';
import type { SimResponse } from '../SimResponse.js';

const METHODS: readonly Route['method'][] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/**
 * What a path or a method that is no route gives. Django sends a path that lacks only its slash to
 * the path with it; else it has a page of its own.
 *
 * @param routes - what there is
 * @param baseUrl - where the vendor is reached
 * @since 0.1.0
 */
export function unknownRoute(
  routes: readonly Route[],
  baseUrl: () => string,
): (request: SimRequest) => SimResponse {
  const table = new RouteTable(routes);
  const isPath = (path: string) =>
    METHODS.some((method) => table.match(method, path) !== undefined);
  return ({ method, path, query }) => {
    if (!path.endsWith('/') && isPath(`${path}/`)) {
      const search = query.size > 0 ? `?${query.toString()}` : '';
      const location = new URL(`${baseUrl()}${path}/`).pathname + search;
      return page(301, '', { location });
    }
    return isPath(path) ? json(405, { detail: `Method "${method}" not allowed.` }) : NO_SUCH_PAGE;
  };
}

function page(
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): SimResponse {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body };
}

const NO_SUCH_PAGE = page(
  404,
  '<!doctype html><html lang="en"><head><title>Not Found</title></head><body><h1>Not Found</h1></body></html>',
);
