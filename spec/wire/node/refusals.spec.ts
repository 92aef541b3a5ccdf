import { randomBytes } from 'node:crypto';
import { explain } from 'rushes';
import type { Asset } from 'rushes';
import { expectCleanProcess, until } from '../http/oracles.js';
import { bytesOf, deadPort, startRawServer } from '../http/rawServer.js';
import { useBench } from './bench.js';
import { contentOf, serving } from './servedFile.js';

const bench = useBench();
expectCleanProcess();

const REFRESH = 'get a fresh URL with refresh(ref) of the client and download that';

describe('a status', () => {
  it.each([
    [400, 'Rejected', 1],
    [401, 'Rejected', 1],
    [403, 'Rejected', 1],
    [404, 'Rejected', 1],
    [410, 'Rejected', 1],
    [408, 'TimedOut', 5],
    [429, 'RateLimited', 5],
    [500, 'ServerFault', 5],
    [501, 'ServerFault', 1],
    [502, 'ServerFault', 5],
    [503, 'ServerFault', 5],
    [505, 'ServerFault', 1],
    [201, 'Undecodable', 1],
    [204, 'Undecodable', 1],
    [206, 'Undecodable', 1],
    [300, 'UnexpectedRedirect', 1],
    [304, 'UnexpectedRedirect', 1],
  ])('of %d is %s after %d attempts', async (status, tag, attempts) => {
    bench.vendor.answer = (_request, response) =>
      response.writeHead(status, { 'Content-Type': 'video/mp4' }).end();
    expect(await bench.refusal()).toMatchObject({
      _tag: tag,
      httpStatus: status,
      attempts,
      provider: 'rushes',
      jobMayBeRunning: false,
    });
    expect(bench.vendor.requests).toHaveLength(attempts);
  });

  it.each([403, 410])('of %d says how a fresh URL is had, and of which job', async (status) => {
    const ref = { v: 1, provider: 'aurous', kind: 'images', id: 'img_1' } as const;
    bench.vendor.answer = (_request, response) => response.writeHead(status).end();
    const error = await bench.refusal(bench.asset(), { ref });
    expect(error).toMatchObject({ _tag: 'Rejected', provider: 'aurous', ref, retryable: false });
    expect(error.message).toBe(
      `download: 127.0.0.1:${bench.vendor.port}: HTTP ${status}: the URL has expired, or was withdrawn: ${REFRESH}`,
    );
  });

  it('that refuses the rest of a file ends the download, and leaves nothing', async () => {
    const bytes = randomBytes(100_000);
    bench.vendor.answer = (request, response, count) =>
      count === 1
        ? serving({ bytes, etag: '"a"' }, [50_000])(request, response, count)
        : response.writeHead(403).end();
    expect(await bench.refusal()).toMatchObject({ _tag: 'Rejected', attempts: 2 });
  });
});

describe('an asset that has expired', () => {
  it('is not asked for', async () => {
    const error = await bench.refusal(bench.asset({ expiresAt: Date.now() - 1 }));
    expect(error).toMatchObject({ _tag: 'Rejected', attempts: 0, retryable: false });
    expect(error.message).toBe(`download: the URL has expired: ${REFRESH}`);
    expect(explain(error).advice).toContain('Read the vendor’s message');
    expect(bench.vendor.connections).toBe(0);
  });

  it('is asked for until then', async () => {
    bench.vendor.answer = serving({ bytes: randomBytes(10) });
    await bench.saved(bench.asset({ expiresAt: Date.now() + 60_000 }));
    expect(bench.vendor.requests).toHaveLength(1);
  });
});

describe('a content type', () => {
  it.each<[Asset['type'], string]>([
    ['video', 'text/html; charset=utf-8'],
    ['video', 'application/json'],
    ['video', 'audio/mpeg'],
    ['audio', 'application/xml'],
    ['audio', 'image/png'],
    ['image', 'TEXT/HTML'],
    ['image', 'video/mp4'],
    ['text', 'video/mp4'],
    ['text', 'image/png'],
  ])('of a page, or of another file than %s, is refused: %s', async (type, contentType) => {
    bench.vendor.answer = (_request, response) =>
      response.writeHead(200, { 'Content-Type': contentType }).end('{"error":"no such key"}');
    const error = await bench.refusal(bench.asset({ type }));
    expect(error).toMatchObject({ _tag: 'Undecodable', reason: 'shape', attempts: 1 });
    expect(error.message).toContain(`HTTP 200: ${type} is wanted, ${contentType} came`);
  });

  it.each<[Asset['type'], string | undefined]>([
    ['video', undefined],
    ['video', 'application/octet-stream'],
    ['image', 'binary/octet-stream'],
    ['audio', 'video/mp4'],
    ['text', 'application/json; charset=utf-8'],
    ['other', 'text/html'],
  ])('may be that of a nameless file, or of a kin one: %s as %s', async (type, contentType) => {
    bench.vendor.answer = (_request, response) =>
      response
        .writeHead(200, contentType === undefined ? {} : { 'Content-Type': contentType })
        .end('bytes');
    await bench.saved(bench.asset({ type }));
    expect(Object.values(bench.files())).toEqual([contentOf('bytes')]);
  });

  it('that comes packed is refused, as it was not asked for', async () => {
    const headers = { 'Content-Type': 'video/mp4', 'Content-Encoding': 'gzip' };
    bench.vendor.answer = (_request, response) => response.writeHead(200, headers).end('bytes');
    expect(await bench.refusal()).toMatchObject({ _tag: 'Undecodable', reason: 'shape' });
  });

  it('of an empty file is refused, unless it is text', async () => {
    bench.vendor.answer = serving({ bytes: Buffer.alloc(0) });
    expect(await bench.refusal()).toMatchObject({ _tag: 'Undecodable', reason: 'shape' });
  });
});

describe('a file that is too large', () => {
  const bytes = randomBytes(200_000);

  it('is refused by the size that is told, before a byte of it is read', async () => {
    bench.vendor.answer = (_request, response) =>
      response
        .writeHead(200, { 'Content-Type': 'video/mp4', 'Content-Length': 11 * 2 ** 30 })
        .flushHeaders();
    expect(await bench.refusal()).toMatchObject({
      _tag: 'Undecodable',
      reason: 'too-large',
      attempts: 1,
    });
    await until(() => bench.vendor.open === 0);
  });

  it('is refused by what came, where no size is told', async () => {
    bench.vendor.answer = serving({ bytes, sized: false });
    const error = await bench.refusal(bench.asset(), { maxBytes: 199_999 });
    expect(error).toMatchObject({ _tag: 'Undecodable', reason: 'too-large', attempts: 1 });
    expect(error.message).toContain('larger than 199999 bytes');
  });

  it('may be as large as allowed', async () => {
    bench.vendor.answer = serving({ bytes, sized: false });
    await bench.saved(bench.asset(), { maxBytes: 200_000 });
    expect(bench.files()).toEqual({ 'video_output.mp4': contentOf(bytes) });
  });
});

describe('a server that is broken', () => {
  const asking = (url: string) =>
    bench.refusal(bench.asset({ url }), { privateOrigins: [new URL(url).origin], attempts: 2 });

  it.each([
    ['is not HTTP', 'SSH-2.0-OpenSSH_9.2\r\n\r\n', 'NetworkFault'],
    ['has two sizes', bytesOf('200 OK', ['Content-Length: 3'], 'four'), 'NetworkFault'],
    ['has an endless head', `HTTP/1.1 200 OK\r\nX: ${'x'.repeat(70_000)}`, 'Undecodable'],
    ['is no whole head', 'HTTP/1.1 200 OK\r\nContent-Type: vid', 'NetworkFault'],
    ['leads nowhere', 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n', 'Undecodable'],
    ['may end anywhere', 'HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\n\r\nbytes', 'Undecodable'],
    [
      'ends within a piece',
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nvid',
      'NetworkFault',
    ],
  ])('since its answer %s, gives a typed error', async (_what, bytes, tag) => {
    const server = await startRawServer((socket) => socket.end(bytes));
    try {
      expect(await asking(`${server.url}/a.mp4`)).toMatchObject({ _tag: tag });
    } finally {
      await server.close();
    }
  });

  it('since nobody listens, gives a typed error', async () => {
    expect(await asking(`http://127.0.0.1:${await deadPort()}/a.mp4`)).toMatchObject({
      _tag: 'NetworkFault',
      reason: 'refused',
      attempts: 2,
    });
  });

  it('since its name is unknown, is asked once', async () => {
    expect(await asking('http://nowhere.invalid/a.mp4')).toMatchObject({
      _tag: 'NetworkFault',
      reason: 'dns',
      attempts: 1,
    });
  });
});
