import { request } from 'node:https';
import { axiosPort } from '../../../src/http/axiosPort.js';
import { nodeAgents } from '../../../src/http/nodeAgents.js';
import { LOCALHOST_CERTIFICATE } from './localhostCertificate.js';
import { answerOf, callTo, createAt, expectCleanProcess, faultOf, until } from './oracles.js';
import { bytesOf, startRawServer } from './rawServer.js';
import type { Behaviour, RawServer, RawServerOptions } from './rawServer.js';
import { WAYS } from './ways.js';

describe.each(WAYS)('%s', (_way, portOf) => {
  let server: RawServer;

  const serve = async (behave: Behaviour, options?: RawServerOptions): Promise<void> => {
    server = await startRawServer(behave, options);
  };
  const answer: Behaviour = (socket) => socket.write(bytesOf('200 OK', [], '{}'));

  afterEach(() => server?.close());
  expectCleanProcess();

  it('looks use one connection again and again', async () => {
    await serve(answer);
    const port = portOf();
    for (let count = 0; count < 200; count += 1) await answerOf(port.send(callTo(server.url)));
    expect(server.requests).toBe(200);
    expect(server.connections).toHaveLength(1);
  });

  it('each create has a connection that nobody used before, and that is closed after it', async () => {
    await serve(answer);
    const port = portOf();
    await answerOf(port.send(callTo(server.url)));
    for (let count = 0; count < 3; count += 1) await answerOf(port.send(createAt(server.url)));
    await Promise.all([1, 2, 3].map(() => answerOf(port.send(createAt(server.url)))));
    await answerOf(port.send(callTo(server.url)));
    expect(server.connections.map(({ received }) => received.split('\r\n\r\n').length - 1)).toEqual(
      [2, 1, 1, 1, 1, 1, 1],
    );
    const creates = server.connections.slice(1);
    expect(creates.every(({ received }) => received.startsWith('POST'))).toBe(true);
  });

  describe('a port with few sockets', () => {
    it('lets the others wait, and their own time begins when their turn comes', async () => {
      await serve((socket) => setTimeout(() => answer(socket, server.connections[0]!), 80));
      const port = portOf({ maxSockets: 2 });
      const begun = performance.now();
      const announced: number[] = [];
      const answers = Array.from({ length: 8 }, () =>
        answerOf(
          port.send(
            callTo(server.url, { timeoutMs: 300, onSend: () => announced.push(performance.now()) }),
          ),
        ),
      );
      expect((await Promise.all(answers)).map(({ status }) => status)).toEqual(Array(8).fill(200));
      expect(performance.now() - begun).toBeGreaterThanOrEqual(310);
      expect(server.connections.length).toBeLessThanOrEqual(2);
      expect(announced).toHaveLength(8);
    });

    it('who leaves the line is not sent, and who left gives room', async () => {
      await serve(() => undefined);
      const port = portOf({ maxSockets: 1 });
      const first = port.send(callTo(`${server.url}/first`)).subscribe();
      const second = port.send(callTo(`${server.url}/second`)).subscribe();
      const third = port.send(callTo(`${server.url}/third`)).subscribe();
      await until(() => server.requests === 1);
      second.unsubscribe();
      first.unsubscribe();
      await until(() => server.requests === 2);
      expect(server.connections.map(({ received }) => received.slice(0, 10))).toEqual([
        'GET /first',
        'GET /third',
      ]);
      third.unsubscribe();
    });

    it('creates do not wait behind looks', async () => {
      await serve((socket, { received }) =>
        received.startsWith('POST') ? answer(socket, server.connections[0]!) : undefined,
      );
      const port = portOf({ maxSockets: 1 });
      const held = port.send(callTo(server.url)).subscribe();
      await until(() => server.requests === 1);
      expect(await answerOf(port.send(createAt(server.url)))).toMatchObject({ status: 200 });
      held.unsubscribe();
    });

    it('a fault gives room as well', async () => {
      await serve((socket) => socket.resetAndDestroy());
      const port = portOf({ maxSockets: 1 });
      for (let count = 0; count < 5; count += 1) await faultOf(port.send(callTo(server.url)));
      expect(server.requests).toBe(5);
    });
  });

  describe('kept connections', () => {
    const connections = nodeAgents({ maxSockets: 4, idleMs: 40 });

    it('end when they have been idle for long enough, but not while a request is held', async () => {
      await serve((socket) => setTimeout(() => answer(socket, server.connections[0]!), 120));
      const { default: axios } = await import('axios');
      const port = axiosPort({ instance: axios.create({ ...connections.kept }) });
      expect(await answerOf(port.send(callTo(server.url)))).toMatchObject({ status: 200 });
      expect(server.connections[0]?.closedAt).toBeUndefined();
      await until(() => server.connections[0]?.closedAt !== undefined);
    });
  });

  describe('the watch over a fresh connection', () => {
    it('says that it stood once TLS stands, and not before', async () => {
      await serve(answer, { tls: true });
      const { agents, watch } = nodeAgents({ maxSockets: 1, idleMs: 1 }).fresh();
      expect(watch).toEqual({ opened: false, ready: false });
      const { port } = server;
      const asked = new Promise<number | undefined>((resolve, reject) => {
        request(
          { host: '127.0.0.1', port, agent: agents.httpsAgent as never, ca: LOCALHOST_CERTIFICATE },
          (response) => {
            response.resume();
            resolve(response.statusCode);
          },
        )
          .on('error', reject)
          .end();
      });
      // At once: a moment later it may stand already.
      expect(watch).toEqual({ opened: true, ready: false });
      expect(await asked).toBe(200);
      expect(watch).toEqual({ opened: true, ready: true });
    });
  });
});
