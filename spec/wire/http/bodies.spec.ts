import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { MOST_BYTES } from '../../../src/http/safeSettings.js';
import { answerOf, callTo, createAt, expectCleanProcess, faultOf, until } from './oracles.js';
import { bytesOf, startRawServer } from './rawServer.js';
import type { Behaviour, RawServer } from './rawServer.js';
import { WAYS } from './ways.js';

describe.each(WAYS)('%s', (_way, portOf) => {
  const port = portOf();
  let server: RawServer;

  const serve = async (behave: Behaviour): Promise<void> => {
    server = await startRawServer(behave);
  };
  const serveBytes = (headers: readonly string[], body: Uint8Array): Promise<void> =>
    serve((socket) => {
      socket.write(
        ['HTTP/1.1 200 OK', ...headers, `Content-Length: ${body.length}`, '', ''].join('\r\n'),
      );
      socket.write(body);
    });
  const look = () => answerOf(port.send(callTo(server.url)));

  afterEach(() => server?.close());
  expectCleanProcess();

  describe('an answer is its status, headers and text', () => {
    it.each([
      ['204 No Content', [], ''],
      ['200 OK', [], ''],
      ['201 Created', ['Content-Type: application/json'], '{"id":"a1"}'],
      ['200 OK', ['Content-Type: text/html'], '<html>maintenance</html>'],
      ['200 OK', ['Content-Type: text/plain'], '{"id":"a1"}'],
      ['200 OK', ['Content-Type: application/json'], '{"id":"a1"'],
      ['200 OK', ['Content-Type: application/json; charset=utf-8'], '{"name":"zażółć 🎬"}'],
      ['200 OK', ['Content-Type: application/json'], '{"__proto__":{"isAdmin":true}}'],
      ['401 Unauthorized', ['Content-Type: application/json'], '{"error":"no"}'],
      ['429 Too Many Requests', ['Retry-After: 5'], ''],
      ['500 Internal Server Error', [], 'oops'],
      ['520 Unknown', [], ''],
    ])('%s %j %s', async (status, headers, body) => {
      await serve((socket) => socket.write(bytesOf(status, headers, body)));
      const answer = await look();
      expect(answer).toMatchObject({ status: Number(status.slice(0, 3)), body });
      for (const header of headers) {
        const [name, value] = header.split(': ') as [string, string];
        expect(answer.headers[name.toLowerCase()]).toBe(value);
      }
    });

    it('with header names in lower case, and cookies left out', async () => {
      await serve((socket) =>
        socket.write(
          bytesOf('200 OK', ['X-RATELIMIT-Remaining: 7', 'Set-Cookie: a=1', '__proto__: x']),
        ),
      );
      const { headers } = await look();
      expect(headers).toMatchObject({ 'x-ratelimit-remaining': '7', 'content-length': '0' });
      expect(Object.keys(headers)).not.toContain('set-cookie');
      expect(Object.getPrototypeOf(headers)).toBe(Object.prototype);
    });

    it('and a cookie is never sent back', async () => {
      await serve((socket) => socket.write(bytesOf('200 OK', ['Set-Cookie: session=1; Path=/'])));
      await look();
      await look();
      expect(server.requests).toBe(2);
      expect(server.connections.map(({ received }) => received).join('')).not.toMatch(/cookie/i);
    });

    it('whatever informs before it', async () => {
      await serve((socket) => {
        socket.write('HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n');
        socket.write(bytesOf('200 OK', [], '{"id":"a1"}'));
      });
      expect(await look()).toMatchObject({ status: 200, body: '{"id":"a1"}' });
    });

    it('also where its end is the end of the connection: who parses it sees whether it is whole', async () => {
      await serve((socket) => socket.end('HTTP/1.1 200 OK\r\n\r\n{"id":"a1"'));
      expect(await look()).toMatchObject({ status: 200, body: '{"id":"a1"' });
    });
  });

  describe('a packed body', () => {
    const json = JSON.stringify({ id: 'a1', text: 'x'.repeat(5_000) });

    it.each([
      ['gzip', gzipSync(json)],
      ['br', brotliCompressSync(json)],
      ['deflate', deflateSync(json)],
      ['deflate', deflateRawSync(json)],
      ['deflate', gzipSync(json)],
      ['x-gzip', gzipSync(json)],
      ['GZip', gzipSync(json)],
      ['identity', Buffer.from(json)],
      ['', Buffer.from(json)],
      ['gzip, identity', gzipSync(json)],
      ['gzip, gzip', gzipSync(gzipSync(json))],
      ['deflate, br', brotliCompressSync(deflateSync(json))],
      ['br, gzip, deflate', deflateSync(gzipSync(brotliCompressSync(json)))],
    ])('of %s is unpacked', async (coding, body) => {
      await serveBytes([`Content-Encoding: ${coding}`], body);
      expect((await look()).body).toBe(json);
    });

    it.each(['none', 'utf-8', 'gzip, none', 'aes128gcm', '__proto__', 'gzip, gzip, gzip, gzip'])(
      'of %s, which nobody can unpack, is taken as it came',
      async (coding) => {
        await serveBytes([`Content-Encoding: ${coding}`], Buffer.from(json));
        const answer = await look();
        expect(answer.body).toBe(json);
        expect(answer.headers['content-encoding']).toBe(coding);
      },
    );

    it.each(['200 OK', '204 No Content', '304 Not Modified'])(
      'that is none, in an answer of %s, is empty',
      async (status) => {
        await serve((socket) => socket.write(bytesOf(status, ['Content-Encoding: gzip'])));
        expect(await look()).toMatchObject({ status: Number(status.slice(0, 3)), body: '' });
      },
    );

    it('of several parts, one behind the other, is unpacked whole', async () => {
      const parts = [gzipSync(json.slice(0, 99)), gzipSync(json.slice(99))];
      await serveBytes(['Content-Encoding: gzip'], Buffer.concat(parts));
      expect((await look()).body).toBe(json);
    });

    it('keeps its characters whole, wherever its bytes are parted', async () => {
      const text = '"zażółć 🎬"'.repeat(300);
      await serve((socket) => {
        const bytes = Buffer.from(text);
        socket.write(`HTTP/1.1 200 OK\r\nContent-Length: ${bytes.length}\r\n\r\n`);
        for (let at = 0; at < bytes.length; at += 997) socket.write(bytes.subarray(at, at + 997));
      });
      expect((await look()).body).toBe(text);
    });

    it('cut inside its last bytes gives what could be unpacked', async () => {
      await serveBytes(['Content-Encoding: gzip'], gzipSync(json).subarray(0, -6));
      expect((await look()).body).toBe(json);
    });

    it('that is broken is a fault', async () => {
      await serveBytes(['Content-Encoding: gzip'], Buffer.from('no gzip at all'));
      expect(await faultOf(port.send(callTo(server.url)))).toMatchObject({
        reason: 'other',
        sent: true,
      });
    });

    it.each([
      ['gzip', (zeros: Buffer) => gzipSync(zeros)],
      [
        'br',
        (zeros: Buffer) =>
          brotliCompressSync(zeros, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
      ],
      ['deflate', (zeros: Buffer) => deflateSync(zeros)],
      ['deflate', (zeros: Buffer) => deflateRawSync(zeros)],
      ['gzip, gzip', (zeros: Buffer) => gzipSync(gzipSync(zeros))],
    ])('of %s that would unpack to 64 MiB stops at the limit', async (coding, pack) => {
      await serveBytes([`Content-Encoding: ${coding}`], pack(Buffer.alloc(64 * 1024 * 1024)));
      const before = process.memoryUsage().rss;
      expect(await faultOf(port.send(callTo(server.url)))).toMatchObject({
        reason: 'too-large',
        sent: true,
      });
      expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024);
    });
  });

  describe('a body above the limit', () => {
    it.each([
      ['unpacks to more and more', gzipSync(Buffer.alloc(256 * 1024, 'x'))],
      ['unpacks to nothing', gzipSync('')],
    ])('that is endless and %s stops at the limit', async (_what, part) => {
      let written = 0;
      const piece = Buffer.concat(Array.from({ length: 400 }, () => part));
      await serve((socket) => {
        socket.write('HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n');
        const more = (): void => {
          do written += piece.length;
          while (!socket.destroyed && socket.write(piece));
        };
        socket.on('drain', more);
        more();
      });
      const before = process.memoryUsage().rss;
      expect(await faultOf(port.send(callTo(server.url, { timeoutMs: 15_000 })))).toMatchObject({
        reason: 'too-large',
        sent: true,
      });
      expect(process.memoryUsage().rss - before).toBeLessThan(80 * 1024 * 1024);
      await until(() => server.connections.every(({ closedAt }) => closedAt !== undefined));
      expect(written).toBeLessThan(MOST_BYTES + 16 * 1024 * 1024);
    });

    it('that is endless stops at the limit, and its connection is closed', async () => {
      let written = 0;
      await serve((socket) => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        const chunk = Buffer.alloc(64 * 1024, 'x');
        const more = (): void => {
          do written += chunk.length;
          while (!socket.destroyed && socket.write(chunk));
        };
        socket.on('drain', more);
        more();
      });
      expect(await faultOf(port.send(callTo(server.url)))).toMatchObject({
        reason: 'too-large',
        sent: true,
      });
      await until(() => server.connections.every(({ closedAt }) => closedAt !== undefined));
      expect(written).toBeLessThan(MOST_BYTES + 16 * 1024 * 1024);
    });

    it('of just the limit is an answer', async () => {
      await serveBytes([], Buffer.alloc(MOST_BYTES, 'x'));
      expect((await look()).body).toHaveLength(MOST_BYTES);
    });

    it('in the request is refused before it is sent', async () => {
      await serve(() => undefined);
      const call = createAt(server.url, { body: 'x'.repeat(MOST_BYTES + 1) });
      expect(await faultOf(port.send(call))).toMatchObject({ reason: 'other', sent: false });
      expect(server.connections).toHaveLength(0);
    });
  });

  describe('a request', () => {
    it('carries its body and headers as they were given', async () => {
      await serve((socket) => socket.write(bytesOf('200 OK', [])));
      const body = '{"name":"zażółć 🎬", "n": 1.0}';
      await answerOf(
        port.send(
          createAt(`${server.url}/v1/jobs/?a=1%2F2`, {
            body,
            headers: { 'content-type': 'application/json', 'X-API-ID': 'me' },
          }),
        ),
      );
      const [head, text] = server.connections[0]!.received.split('\r\n\r\n') as [string, string];
      expect(head).toMatch(/^POST \/v1\/jobs\/\?a=1%2F2 HTTP\/1\.1\r\n/);
      expect(head).toMatch(/\r\ncontent-type: application\/json(?:\r\n|$)/i);
      expect(head).toMatch(/\r\nx-api-id: me(?:\r\n|$)/i);
      expect(Buffer.from(text, 'latin1').toString('utf8')).toBe(body);
    });

    it.each(['POST', 'DELETE', 'GET'] as const)(
      '%s without a body claims no type of one',
      async (method) => {
        await serve((socket) => socket.write(bytesOf('200 OK', [])));
        await answerOf(port.send(callTo(server.url, { method })));
        expect(server.connections[0]!.received).not.toMatch(/content-type/i);
      },
    );
  });
});
