import nock from 'nock';
import type { Observable } from 'rxjs';
import { firstValueFrom, toArray } from 'rxjs';
import type { ClientOptions, Either, JobError } from 'rushes';
import { fixed, isLeft } from 'rushes';

/** One request that is expected, and the answer to it. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  /** All of the query, decoded. */
  readonly query?: Readonly<Record<string, string>>;
  /** What comes on top of the headers that all requests to this vendor have; names in lower case. */
  readonly requestHeaders?: Readonly<Record<string, unknown>>;
  /** The JSON that is sent; absent where there must be no body. */
  readonly requestBody?: unknown;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text goes as it is, anything else as JSON. */
  readonly body?: unknown;
}

/** Where a vendor is, and what every request to it carries. */
export interface Door {
  readonly origin: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, unknown>>;
}

/** Looks and retries within a few real milliseconds. */
export const QUICK = {
  cadence: fixed(2),
  random: () => 0.001,
} satisfies ClientOptions;

/** What the transport adds by itself. */
const OF_THE_TRANSPORT = ['host', 'connection', 'user-agent', 'accept-encoding', 'content-length'];

type Request = Pick<Route, 'method' | 'path' | 'query' | 'requestHeaders' | 'requestBody'>;

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** Time in which a request too many would come. */
const QUIET_MS = 12;

function requestOf(method: string, uri: string, headers: object, body: unknown): Request {
  const { pathname, searchParams } = new URL(uri, 'http://nobody.example');
  const own = Object.entries(headers).filter(([name]) => !OF_THE_TRANSPORT.includes(name));
  return {
    method: method as Route['method'],
    path: pathname,
    query: Object.fromEntries(searchParams),
    requestHeaders: Object.fromEntries(own),
    requestBody: body === '' ? undefined : body,
  };
}

function expectedOf({ headers }: Door, route: Route): Request {
  const { method, path, query = {}, requestHeaders = {}, requestBody } = route;
  const type = requestBody === undefined ? {} : { 'content-type': 'application/json' };
  const all = { accept: 'application/json', ...type, ...headers, ...requestHeaders };
  return { method, path, query, requestHeaders: all, requestBody };
}

/**
 * Plays a vendor by a table of routes while `act` uses the client, then checks that each route was
 * used once, in this order, by exactly this request, and that there was no other.
 */
export async function replay<T>(
  door: Door,
  routes: readonly Route[],
  act: () => Promise<T>,
): Promise<T> {
  const seen: Request[] = [];
  const elsewhere: string[] = [];
  const scope = nock(door.origin).persist();
  for (const method of METHODS) {
    scope.intercept(/.*/, method).reply(function (uri, body) {
      seen.push(requestOf(method, uri, this.req.headers, body));
      const { status = 418, headers = {}, body: answer = '' } = routes[seen.length - 1] ?? {};
      return typeof answer === 'string'
        ? [status, answer, { 'content-type': 'text/html', ...headers }]
        : [status, JSON.stringify(answer), { 'content-type': 'application/json', ...headers }];
    });
  }
  const note = (_request: unknown, options: { readonly host?: string }): void =>
    void elsewhere.push(String(options.host));
  nock.emitter.on('no match', note);
  try {
    const result = await act();
    await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
    expect(seen).toEqual(routes.map((route) => expectedOf(door, route)));
    expect(elsewhere).toEqual([]);
    return result;
  } finally {
    nock.emitter.off('no match', note);
    nock.cleanAll();
  }
}

/** All values of a stream, once it is complete. */
export const eventsOf = <T>(stream$: Observable<T>): Promise<readonly T[]> =>
  firstValueFrom(stream$.pipe(toArray()));

/** The only value of a stream; throws where there are more, or none. */
export async function onlyOf<T>(stream$: Observable<T>): Promise<T> {
  const events = await eventsOf(stream$);
  expect(events).toHaveLength(1);
  return events[0]!;
}

/** The `Right` of an event; throws its error otherwise. */
export function rightOf<T>(event: Either<JobError, T> | undefined): T {
  if (event === undefined) throw new Error('there was no event');
  if (isLeft(event)) throw event.left;
  return event.right;
}

/** The error of an event that must be a `Left`. */
export function leftOf(event: Either<JobError, unknown> | undefined): JobError {
  if (event === undefined || !isLeft(event)) throw new Error('there was no Left');
  return event.left;
}

interface Told {
  readonly phase: string;
  readonly status: string;
  readonly progress?: number;
}

/** An event in words: `running PROCESSING 0.37`, or `!RateLimited`. */
export const wordsOf = (events: readonly Either<JobError, Told>[]): readonly string[] =>
  events.map((event) => {
    if (isLeft(event)) return `!${event.left._tag}`;
    const { phase, status, progress } = event.right;
    return [phase, status || "''", progress].filter((part) => part !== undefined).join(' ');
  });
