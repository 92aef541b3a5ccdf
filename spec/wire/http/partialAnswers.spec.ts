import axios from 'axios';
import type { AxiosError } from 'axios';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import type { HttpFault } from '../../../src/contract/HttpFault.js';
import { axiosPort } from '../../../src/http/axiosPort.js';
import { MOST_BYTES } from '../../../src/http/safeSettings.js';
import { createAt, everythingOf, expectCleanProcess, faultOf, pause } from './oracles.js';
import { startRawServer } from './rawServer.js';
import type { RawServer } from './rawServer.js';
import { WAYS } from './ways.js';

describe.each(WAYS)('%s', (_way, portOf) => {
  type Piece = string | Uint8Array;
  type End = 'FIN' | 'RST' | 'nothing';

  const port = portOf();
  const BEGUN = '{"id":"paid-1","status":"que';
  const LENGTH = 'HTTP/1.1 201 Created\r\nContent-Length: 500\r\n\r\n';
  const CHUNKED = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n';
  let server: RawServer;

  const packed = (coding: string, length = 9_999): string =>
    `HTTP/1.1 201 Created\r\nContent-Encoding: ${coding}\r\nContent-Length: ${length}\r\n\r\n`;
  const chunk = (text: string): string => `${text.length.toString(16)}\r\n${text}\r\n`;

  /** Pieces of an answer with a moment between them, and its end. */
  const serve = async (pieces: readonly Piece[], end: End = 'RST'): Promise<void> => {
    let asked = false;
    server = await startRawServer(async (socket) => {
      // The head of a form's part is no second request.
      if (asked) return;
      asked = true;
      for (const piece of pieces) {
        socket.write(piece);
        await pause(10);
      }
      if (end === 'FIN') socket.end();
      if (end === 'RST') socket.resetAndDestroy();
    });
  };
  const create = (rest = {}): Promise<HttpFault> => faultOf(port.send(createAt(server.url, rest)));

  afterEach(() => server?.close());
  expectCleanProcess();

  describe('a 2xx that breaks off leaves what came of it', () => {
    it.each<readonly [what: string, status: number, pieces: readonly Piece[], end: End]>([
      ['a reset within a known length', 201, [LENGTH, BEGUN], 'RST'],
      ['an end before a known length', 201, [LENGTH, BEGUN], 'FIN'],
      ['an end right behind head and body', 201, [LENGTH + BEGUN], 'FIN'],
      [
        'a reset between chunks',
        200,
        [CHUNKED, chunk(BEGUN.slice(0, 9)), chunk(BEGUN.slice(9))],
        'RST',
      ],
      ['an end between chunks', 200, [CHUNKED + chunk(BEGUN)], 'FIN'],
      ['an end within a chunk', 200, [CHUNKED, `ff\r\n${BEGUN}`], 'FIN'],
      ['a reset of a body without a length', 202, [`HTTP/1.1 202 Accepted\r\n\r\n${BEGUN}`], 'RST'],
    ])('at %s', async (_what, status, pieces, end) => {
      await serve(pieces, end);
      const fault = await create();
      expect(fault).toMatchObject({ reason: 'reset', sent: true });
      expect(fault.partial).toEqual({ status, body: BEGUN });
    });

    it('where the rest of it is no HTTP', async () => {
      await serve([CHUNKED, chunk(BEGUN), 'no length\r\n'], 'nothing');
      const fault = await create();
      expect(fault).toMatchObject({ reason: 'other', sent: true });
      expect(fault.partial?.body).toBe(BEGUN);
    });

    it('where its time is up in the middle of it', async () => {
      await serve([LENGTH, BEGUN], 'nothing');
      const fault = await create({ timeoutMs: 60 });
      expect(fault).toMatchObject({ reason: 'timeout', sent: true });
      expect(fault.partial).toEqual({ status: 201, body: BEGUN });
    });

    it('where it is too large, and no more of it than 100,000 characters', async () => {
      const large = Buffer.alloc(MOST_BYTES + 1, 'x');
      large.write(BEGUN);
      await serve([`HTTP/1.1 200 OK\r\nContent-Length: ${large.length}\r\n\r\n`, large], 'nothing');
      const fault = await create();
      expect(fault).toMatchObject({ reason: 'too-large', sent: true });
      expect(fault.partial?.body.slice(0, 40)).toBe(`${BEGUN}${'x'.repeat(12)}`);
      expect(fault.partial?.body).toHaveLength(100_000);
    });

    it.each([
      ['gzip', gzipSync],
      ['br', brotliCompressSync],
      ['deflate', deflateSync],
      ['deflate', deflateRawSync],
      ['gzip, gzip', (text: Buffer) => gzipSync(gzipSync(text))],
    ] as const)('unpacked, where it was packed with %s', async (coding, pack) => {
      const filler = Array.from({ length: 600 }, (_, index) => `"f${index * 7919}"`).join(',');
      const body = pack(Buffer.from(`${BEGUN}ued","more":[${filler}]}`));
      await serve([packed(coding), body.subarray(0, Math.ceil(body.length * 0.9))]);
      const fault = await create();
      expect(fault).toMatchObject({ reason: 'reset', sent: true });
      expect(fault.partial?.body).toMatch(
        /^\{"id":"paid-1","status":"queued","more":\["f0","f7919"/,
      );
    });

    it('where what comes later cannot be unpacked', async () => {
      const body = gzipSync(Buffer.from(`${BEGUN}${'y'.repeat(50_000)}`), { level: 0 });
      body.fill(0xff, 40_000);
      await serve([packed('gzip', body.length), body], 'nothing');
      const fault = await create();
      expect(fault).toMatchObject({ reason: 'other', sent: true });
      expect(fault.partial?.body.startsWith(BEGUN)).toBe(true);
    });
  });

  describe('it is kept whichever way the request went', () => {
    it('as a form with a file', async () => {
      const body = new FormData();
      body.append('video', new File(['film'], 'face.mp4', { type: 'video/mp4' }));
      await serve([LENGTH, BEGUN]);
      const fault = await create({ body, headers: {} });
      expect(fault).toMatchObject({ reason: 'reset', sent: true });
      expect(fault.partial).toEqual({ status: 201, body: BEGUN });
    });

    it('through a proxy', async () => {
      await serve([LENGTH, BEGUN]);
      const proxy = { protocol: 'http', host: '127.0.0.1', port: server.port };
      const own = axiosPort({ instance: axios.create({ proxy }) });
      const fault = await faultOf(own.send(createAt('http://vendor.example/v1/jobs')));
      expect(fault.partial).toEqual({ status: 201, body: BEGUN });
    });

    it('through an instance whose interceptors see the error', async () => {
      await serve([LENGTH, BEGUN]);
      const instance = axios.create();
      const seen: unknown[] = [];
      instance.interceptors.response.use(undefined, (error: AxiosError) => {
        seen.push(error.response?.data);
        throw error;
      });
      const fault = await faultOf(axiosPort({ instance }).send(createAt(server.url)));
      expect(fault.partial).toEqual({ status: 201, body: BEGUN });
      expect(seen).toEqual([undefined]);
    });

    it('although an interceptor makes another attempt after it', async () => {
      await serve([LENGTH, BEGUN]);
      const instance = axios.create();
      let tries = 0;
      instance.interceptors.response.use(undefined, (error: AxiosError) => {
        tries += 1;
        if (tries > 1) throw error;
        return instance.request({ ...error.config, url: 'http://127.0.0.1:1/' });
      });
      const fault = await faultOf(axiosPort({ instance }).send(createAt(server.url)));
      expect(fault).toMatchObject({ reason: 'refused', sent: true });
      expect(fault.partial?.body).toBe(BEGUN);
    });
  });

  describe('nothing is kept', () => {
    it.each([
      [
        'an error answer that breaks off',
        [`HTTP/1.1 500 Oops\r\nContent-Length: 99\r\n\r\n${BEGUN}`],
      ],
      ['a redirect that breaks off', [`HTTP/1.1 302 Found\r\nContent-Length: 99\r\n\r\n${BEGUN}`]],
      ['a head without a body', [LENGTH]],
      ['half a head', ['HTTP/1.1 201 Created\r\nContent-Le']],
      ['nothing at all', []],
    ])('of %s', async (_what, pieces) => {
      await serve(pieces);
      const fault = await create();
      expect(fault.partial).toBeUndefined();
    });
  });

  it('what was kept shows in no print, copy or JSON of the fault', async () => {
    await serve([LENGTH, BEGUN]);
    const fault = await create();
    expect(fault.partial?.body).toBe(BEGUN);
    expect(everythingOf(fault)).not.toContain('paid-1');
    expect(everythingOf(structuredClone(fault))).not.toContain('paid-1');
    expect(Reflect.ownKeys(fault).sort()).toEqual([
      '_tag',
      'message',
      'name',
      'reason',
      'sent',
      'stack',
    ]);
  });
});
