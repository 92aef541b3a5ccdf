import axios from 'axios';
import type { HttpFault } from '../../../src/contract/HttpFault.js';
import { axiosPort } from '../../../src/http/axiosPort.js';
import { answerOf, callTo, createAt, expectCleanProcess, faultOf, until } from './oracles.js';
import { bytesOf, deadPort, startRawServer } from './rawServer.js';
import type { Behaviour, RawServer, RawServerOptions } from './rawServer.js';
import { WAYS } from './ways.js';

describe.each(WAYS)('%s', (_way, portOf) => {
  const port = portOf();
  let server: RawServer;

  const serve = async (behave: Behaviour, options?: RawServerOptions): Promise<void> => {
    server = await startRawServer(behave, options);
  };

  const silence: Behaviour = () => undefined;

  afterEach(() => server?.close());
  expectCleanProcess();

  const look = (rest = {}): Promise<HttpFault> => faultOf(port.send(callTo(server.url, rest)));
  const create = (rest = {}): Promise<HttpFault> => faultOf(port.send(createAt(server.url, rest)));

  describe('before a connection stands, nothing was sent', () => {
    it.each([true, false])('when it is refused (a fresh connection: %s)', async (fresh) => {
      const url = `http://127.0.0.1:${await deadPort()}/v1/jobs?token=secret`;
      const fault = await faultOf(port.send(createAt(url, { fresh })));
      expect(fault).toMatchObject({ reason: 'refused', sent: false });
      expect(fault.message).toMatch(/^the connection was refused: connect ECONNREFUSED/);
    });

    it.each([true, false])('when no such host exists (a fresh connection: %s)', async (fresh) => {
      // A label of more than 63 letters is refused by the resolver itself, without a question.
      const fault = await faultOf(
        port.send(createAt(`http://${'x'.repeat(64)}.invalid/`, { fresh })),
      );
      expect(fault).toMatchObject({ reason: 'dns', sent: false });
    });

    it('when the name server never answers', async () => {
      const instance = axios.create({ lookup: () => undefined });
      const call = createAt('http://silent.example/', { timeoutMs: 20 });
      expect(await faultOf(axiosPort({ instance }).send(call))).toMatchObject({
        reason: 'timeout',
        sent: false,
      });
    });

    it.each([true, false])('when nobody vouches for the certificate (fresh: %s)', async (fresh) => {
      await serve(silence, { tls: true });
      const fault = await create({ fresh });
      expect(fault).toMatchObject({ reason: 'tls', sent: false });
      expect(fault.message).toContain('self-signed certificate');
      expect(server.connections.map(({ received }) => received).join('')).toBe('');
    });

    it('when the host speaks no TLS', async () => {
      await serve((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'), { atOnce: true });
      const fault = await faultOf(port.send(createAt(server.url.replace('http:', 'https:'))));
      expect(fault).toMatchObject({ reason: 'tls', sent: false });
    });

    it('when the TLS handshake never ends', async () => {
      await serve(silence);
      const url = server.url.replace('http:', 'https:');
      const fault = await faultOf(port.send(createAt(url, { timeoutMs: 30 })));
      expect(fault).toMatchObject({ reason: 'timeout', sent: false });
      await until(() => server.connections.every(({ closedAt }) => closedAt !== undefined));
    });

    it('when the connection breaks within the TLS handshake', async () => {
      await serve((socket) => socket.resetAndDestroy(), { atOnce: true });
      const fault = await faultOf(port.send(createAt(server.url.replace('http:', 'https:'))));
      expect(fault).toMatchObject({ reason: 'reset', sent: false });
    });
  });

  describe('once a connection stood, the request counts as sent', () => {
    it.each([
      [
        'before the request was read',
        (socket) => setTimeout(() => socket.resetAndDestroy(), 10),
        true,
      ],
      ['after the request was read', (socket) => socket.resetAndDestroy(), false],
      ['instead of an answer, in good order', (socket) => socket.end(), false],
      ['within the head of the answer', (socket) => socket.end('HTTP/1.1 200 OK\r\nConte'), false],
      [
        'within a body of known length',
        (socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{"id":"a1"'),
        false,
      ],
      [
        'within a chunked body',
        (socket) => socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"id"'),
        false,
      ],
    ] as readonly (readonly [string, Behaviour, boolean])[])(
      'the connection ends %s',
      async (_when, behave, atOnce) => {
        await serve(behave, { atOnce });
        expect(await create()).toMatchObject({ reason: 'reset', sent: true });
        expect(server.connections).toHaveLength(1);
      },
    );

    it('the answer is no HTTP', async () => {
      await serve((socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n'));
      expect(await create()).toMatchObject({ reason: 'other', sent: true });
    });

    it('the head of the answer is endless', async () => {
      await serve((socket) => {
        socket.write('HTTP/1.1 200 OK\r\n');
        const line = `X-Filler: ${'a'.repeat(1_000)}\r\n`;
        const more = (): void => {
          while (!socket.destroyed && socket.write(line));
        };
        socket.on('drain', more);
        more();
      });
      expect(await look()).toMatchObject({ reason: 'too-large', sent: true });
    });
  });

  describe('the whole attempt ends at its time', () => {
    const trickle =
      (head: string, drop: string): Behaviour =>
      (socket) => {
        socket.write(head);
        const timer = setInterval(() => socket.write(drop), 20);
        socket.on('close', () => clearInterval(timer));
      };

    it.each([
      ['no answer comes', silence],
      ['the head trickles', trickle('HTTP/1.1 200 OK\r\n', 'X-Slow: 1\r\n')],
      ['the body trickles', trickle('HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n', 'x')],
      ['a body without a length trickles', trickle('HTTP/1.1 200 OK\r\n\r\n', 'x')],
      ['the body stalls', trickle('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{"id"', '')],
    ])('when %s', async (_what, behave) => {
      await serve(behave);
      const begun = performance.now();
      expect(await look({ timeoutMs: 120 })).toMatchObject({ reason: 'timeout', sent: true });
      const tookMs = performance.now() - begun;
      expect(tookMs).toBeGreaterThanOrEqual(110);
      expect(tookMs).toBeLessThan(3_000);
      await until(() => server.connections.every(({ closedAt }) => closedAt !== undefined));
    });

    it('an answer just in time is an answer', async () => {
      await serve((socket) => setTimeout(() => socket.write(bytesOf('200 OK', [], '{}')), 60));
      expect(await answerOf(port.send(callTo(server.url, { timeoutMs: 1_000 })))).toMatchObject({
        status: 200,
        body: '{}',
      });
    });
  });
});
