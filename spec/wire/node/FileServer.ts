import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { LOCALHOST_CERTIFICATE, LOCALHOST_KEY } from '../http/localhostCertificate.js';

/** A request as the server saw it. */
export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  /** Names as they were sent, and values. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Answers the `count`-th request, counted from 1. */
export type Answer = (request: IncomingMessage, response: ServerResponse, count: number) => unknown;

/** A server of files, or of whatever a spec makes it answer. */
export interface FileServer {
  readonly origin: string;
  readonly port: number;
  readonly requests: readonly SeenRequest[];
  /** Connections that were opened, whether or not anything was asked. */
  readonly connections: number;
  /** Connections that are open. */
  readonly open: number;
  answer: Answer;
  close(): Promise<void>;
}

const pairsOf = ({ rawHeaders }: IncomingMessage): Readonly<Record<string, string>> =>
  Object.fromEntries(
    rawHeaders.flatMap((name, at) => (at % 2 === 0 ? [[name, rawHeaders[at + 1] ?? '']] : [])),
  );

function listening(listener: RequestListener, secure: boolean): Promise<Server> {
  const server = secure
    ? createSecureServer({ key: LOCALHOST_KEY, cert: LOCALHOST_CERTIFICATE }, listener)
    : createServer(listener);
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

/** Starts a server on a free port of loopback. */
export async function startFileServer(
  answer: Answer,
  { secure = false }: { readonly secure?: boolean } = {},
): Promise<FileServer> {
  const requests: SeenRequest[] = [];
  let connections = 0;
  let open = 0;
  const server = await listening((request, response) => {
    const { method = '', url = '' } = request;
    response.on('error', () => undefined);
    void files.answer(request, response, requests.push({ method, url, headers: pairsOf(request) }));
  }, secure);
  server.on('connection', (socket) => {
    connections += 1;
    open += 1;
    socket.on('error', () => undefined);
    socket.on('close', () => (open -= 1));
  });
  const { port } = server.address() as AddressInfo;
  const files: FileServer = {
    origin: `${secure ? 'https' : 'http'}://127.0.0.1:${port}`,
    port,
    requests,
    get connections() {
      return connections;
    },
    get open() {
      return open;
    },
    answer,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return files;
}
