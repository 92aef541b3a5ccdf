import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { LOCALHOST_CERTIFICATE, LOCALHOST_KEY } from './localhostCertificate.js';

/** One connection as the server saw it. */
export interface SeenConnection {
  readonly socket: Socket;
  /** All bytes that came in. */
  received: string;
  /** When it ended, by `performance.now()`. */
  closedAt?: number;
}

/** What a server does with a connection once a whole request head has come, or at once. */
export type Behaviour = (socket: Socket, connection: SeenConnection) => unknown;

/** A server that speaks bytes, so that every fault can be had. */
export interface RawServer {
  readonly url: string;
  readonly port: number;
  readonly connections: readonly SeenConnection[];
  /** Whole request heads that came in. */
  readonly requests: number;
  close(): Promise<void>;
}

export interface RawServerOptions {
  /** Act as soon as the connection stands, and read nothing. */
  readonly atOnce?: boolean;
  /** Speak TLS, with this certificate; by default with one that nobody trusts. */
  readonly tls?: boolean | { readonly key: string; readonly cert: string };
  /** Do not count among what keeps the process alive, so that what is left there is the client's. */
  readonly apart?: boolean;
}

const HEAD_END = '\r\n\r\n';

/** A whole answer as bytes. */
export const bytesOf = (status: string, headers: readonly string[], body = ''): string =>
  [`HTTP/1.1 ${status}`, ...headers, `Content-Length: ${Buffer.byteLength(body)}`, '', body].join(
    '\r\n',
  );

/** Starts a server on a free port of loopback. */
export async function startRawServer(
  behave: Behaviour,
  { atOnce = false, tls = false, apart = false }: RawServerOptions = {},
): Promise<RawServer> {
  const connections: SeenConnection[] = [];
  const sockets = new Set<Socket>();

  const listener = (socket: Socket): void => {
    const connection: SeenConnection = { socket, received: '' };
    connections.push(connection);
    let answeredUpTo = 0;
    socket.on('error', () => undefined);
    socket.on('close', () => (connection.closedAt = performance.now()));
    if (atOnce) {
      behave(socket, connection);
      return;
    }
    socket.on('data', (chunk) => {
      connection.received += chunk.toString('latin1');
      for (;;) {
        const end = connection.received.indexOf(HEAD_END, answeredUpTo);
        if (end < 0) return;
        answeredUpTo = end + HEAD_END.length;
        behave(socket, connection);
      }
    });
  };
  const own = { key: LOCALHOST_KEY, cert: LOCALHOST_CERTIFICATE };
  const server =
    tls === false ? createServer(listener) : createTlsServer(tls === true ? own : tls, listener);
  // Under TLS the connection itself is another socket than the one that is spoken over.
  server.on('connection', (socket: Socket) => {
    if (apart) socket.unref();
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  if (apart) server.unref();
  const { port } = server.address() as AddressInfo;
  return {
    url: `${tls === false ? 'http' : 'https'}://127.0.0.1:${port}`,
    port,
    connections,
    get requests() {
      return connections.reduce(
        (sum, { received }) => sum + received.split(HEAD_END).length - 1,
        0,
      );
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** A port on which nobody listens. */
export async function deadPort(): Promise<number> {
  const listener = createServer();
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const { port: number } = listener.address() as AddressInfo;
  await new Promise((resolve) => listener.close(resolve));
  return number;
}
