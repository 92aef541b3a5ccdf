import type { Socket } from 'node:net';
import type { SeenConnection, RawServer, RawServerOptions } from '../../wire/http/rawServer.js';
import { bytesOf, startRawServer } from '../../wire/http/rawServer.js';
import type { Desk } from './desks.js';
import type { Truth } from './Truth.js';
import { countOrders, orderIn } from './Truth.js';

/** One request as the vendor's side has it, and what the vendor can do about it. */
export interface Asked {
  readonly sort: 'create' | 'look' | 'other';
  /** Which of its sort it is, from 1. */
  readonly nth: number;
  readonly method: string;
  readonly path: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly socket: Socket;
  readonly desk: Desk;
  /** Makes the job of a create, and gives its id; a key that the vendor knows again makes none. */
  commit(): string;
  /** The body that shows the job: of a create, which is committed, or of a look. */
  job(word: string): object;
  /** Writes a whole answer. */
  answer(status: string, body?: object | string, headers?: readonly string[]): void;
}

/** What the vendor does with one request. */
export type Act = (asked: Asked) => unknown;

/** What the vendor does with the requests of each sort: in order, the last one for ever. */
export interface Script {
  readonly create?: Act | readonly Act[];
  readonly look?: Act | readonly Act[];
  readonly other?: Act | readonly Act[];
}

/** A vendor that speaks bytes, mints jobs, and knows which ones it made. */
export interface ModelServer extends Truth, RawServer {
  readonly desk: Desk;
  /** Every request that came in whole, in order. */
  readonly asked: readonly Asked[];
  /** Creates that came in whole. */
  readonly posts: number;
  readonly looks: number;
}

/** The vendor as it is on a good day: jobs are done at the second look. */
export const works: Act = (asked) => {
  const { done, running } = asked.desk.words;
  if (asked.sort === 'other') return asked.answer('404 Not Found', {});
  const isDone = asked.sort === 'look' && asked.nth > 1;
  return asked.answer('200 OK', asked.job(isDone ? done : running));
};

function headersIn(head: string): Readonly<Record<string, string>> {
  const lines = head.split('\r\n').slice(1);
  return Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
}

/** Calls back once so many bytes have come in. */
function onceReceived(connection: SeenConnection, length: number, then: () => void): void {
  if (connection.received.length >= length) return then();
  const look = (): void => {
    if (connection.received.length < length) return;
    connection.socket.off('data', look);
    then();
  };
  connection.socket.on('data', look);
}

const playedBy = (acts: Act | readonly Act[] | undefined, nth: number): Act => {
  if (typeof acts === 'function') return acts;
  return acts?.[Math.min(nth, acts.length) - 1] ?? works;
};

/** Starts a vendor that does what the script says, and works well where it says nothing. */
export async function startModelServer(
  desk: Desk,
  script: Script | Act = {},
  options: RawServerOptions = {},
): Promise<ModelServer> {
  const asked: Asked[] = [];
  const minted: string[] = [];
  const orders: string[] = [];
  const idsByKey = new Map<string, string>();
  const acts: Script =
    typeof script === 'function' ? { create: script, look: script, other: script } : script;

  const mint = (body: string, key: string | undefined): string => {
    const known = key === undefined || !desk.knowsKeys ? undefined : idsByKey.get(key);
    if (known !== undefined) return known;
    const id = `job-${minted.length + 1}-${desk.vendor}`;
    minted.push(id);
    orders.push(orderIn(body));
    if (key !== undefined) idsByKey.set(key, id);
    return id;
  };

  const sortOf = (method: string, path: string): Asked['sort'] => {
    if (method === 'POST' && path === desk.createPath) return 'create';
    const id = path.split('/').find((part) => part !== '' && path === desk.lookPath(part));
    return method === 'GET' && id !== undefined ? 'look' : 'other';
  };

  const take = (socket: Socket, head: string, body: string): void => {
    const [method = '', target = ''] = head.split(' ');
    const path = target.replace(/\?.*$/s, '');
    const sort = sortOf(method, path);
    const headers = headersIn(head);
    let id: string | undefined;
    const commit = (): string => (id ??= mint(body, headers['idempotency-key']));
    const one: Asked = {
      ...{ sort, method, path, headers, body, socket, desk, commit },
      nth: asked.filter((earlier) => earlier.sort === sort).length + 1,
      job: (word) => {
        const lookedAt = path.split('/').find((part) => path === desk.lookPath(part));
        return desk.body(sort === 'create' ? commit() : (lookedAt ?? ''), word);
      },
      answer: (status, content = '', more = []) => {
        const text = typeof content === 'string' ? content : JSON.stringify(content);
        const type = typeof content === 'string' ? [] : ['Content-Type: application/json'];
        socket.write(bytesOf(status, [...type, ...more], text));
      },
    };
    asked.push(one);
    playedBy(acts[sort], one.nth)(one);
  };

  const behind = new WeakMap<SeenConnection, number>();
  const server = await startRawServer(
    (socket, connection) => {
      const start = behind.get(connection) ?? 0;
      const bodyStart = connection.received.indexOf('\r\n\r\n', start) + 4;
      const head = connection.received.slice(start, bodyStart - 4);
      const end = bodyStart + Number(headersIn(head)['content-length'] ?? 0);
      behind.set(connection, end);
      onceReceived(connection, end, () =>
        take(socket, head, connection.received.slice(bodyStart, end)),
      );
    },
    { apart: true, ...options },
  );

  return {
    ...server,
    desk,
    asked,
    minted,
    get requests() {
      return server.requests;
    },
    get created() {
      return countOrders(orders);
    },
    get posts() {
      return asked.filter(({ sort }) => sort === 'create').length;
    },
    get looks() {
      return asked.filter(({ sort }) => sort === 'look').length;
    },
  };
}
