import { randomBytes } from 'node:crypto';
import { isRight } from 'rushes';
import { virtualTime } from '../../../src/testing/virtualTime.js';
import { expectCleanProcess, pause, until } from '../http/oracles.js';
import type { Events } from './bench.js';
import { useBench } from './bench.js';
import type { ServedFile } from './servedFile.js';
import { contentOf, serving } from './servedFile.js';

const bench = useBench();
expectCleanProcess();

const bytes = randomBytes(300_000);
const other = randomBytes(300_000);
const HOUR_AGO = new Date(Date.now() - 3_600_000).toUTCString();

/** As {@link serving}, where no byte is lost when the connection breaks. */
const breaking = (file: ServedFile, ...most: readonly number[]) =>
  serving(file, most, bench.whenWritten);

const askedFor = () =>
  bench.vendor.requests.map(({ headers }) => [headers['Range'], headers['If-Range']]);
const WHOLE = [undefined, undefined];

/** Serves one file first, and another one from the second request on. */
const changing =
  (before: ServedFile, after: ServedFile, ...most: readonly number[]) =>
  (...[request, response, count]: Parameters<ReturnType<typeof serving>>) =>
    breaking(count === 1 ? before : after, ...most)(request, response, count);

describe('a download that broke off goes on where it was', () => {
  it('by the ETag of the file', async () => {
    bench.vendor.answer = breaking({ bytes, etag: '"v1"' }, 100_000, 50_000);
    await bench.saved();
    expect(askedFor()).toEqual([WHOLE, ['bytes=100000-', '"v1"'], ['bytes=150000-', '"v1"']]);
    expect(bench.files()).toEqual({ 'video_output.mp4': contentOf(bytes) });
  });

  it('by its date of change, where it has no ETag', async () => {
    bench.vendor.answer = breaking({ bytes, lastModified: HOUR_AGO }, 100_000);
    await bench.saved();
    expect(askedFor()).toEqual([WHOLE, ['bytes=100000-', HOUR_AGO]]);
    expect(bench.files()).toEqual({ 'video_output.mp4': contentOf(bytes) });
  });

  it('and tells bytes that only grow', async () => {
    bench.vendor.answer = breaking({ bytes, etag: '"v1"' }, 100_000, 50_000);
    const received = receivedIn(await bench.events());
    expect(received).toEqual([...received].sort((a, b) => a - b));
  });

  it.each([
    ['and told the size before', true],
    ['and tells the size only now', false],
  ])('also where the server gives less than the whole rest at once, %s', async (_what, sized) => {
    bench.vendor.answer = (request, response) => {
      const from = Number(/^bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
      const to = Math.min(from + 120_000, bytes.length);
      if (from === 0) return breaking({ bytes, etag: '"v1"', sized }, 10)(request, response, 1);
      return response
        .writeHead(206, {
          'Content-Type': 'video/mp4',
          'Content-Range': `bytes ${from}-${to - 1}/${bytes.length}`,
        })
        .end(bytes.subarray(from, to));
    };
    await bench.saved();
    expect(askedFor().map(([range]) => range)).toEqual([
      undefined,
      'bytes=10-',
      'bytes=120010-',
      'bytes=240010-',
    ]);
    expect(bench.files()).toEqual({ 'video_output.mp4': contentOf(bytes) });
  });

  it('however the connection breaks, and wherever', async () => {
    const most = Array.from({ length: 40 }, (_, at) => (at * 7919) % 40_000);
    bench.vendor.answer = serving({ bytes, etag: '"v1"' }, most);
    await bench.saved(bench.asset(), { attempts: 100 });
    expect(bench.vendor.requests.length).toBeGreaterThan(10);
    expect(bench.files()).toEqual({ 'video_output.mp4': contentOf(bytes) });
  });

  it('through redirects, which are asked again', async () => {
    const file = breaking({ bytes, etag: '"v1"' }, 100_000);
    let answers = 0;
    bench.vendor.answer = (request, response) => {
      if (request.url === '/file') return file(request, response, (answers += 1));
      return response.writeHead(302, { Location: '/file' }).end();
    };
    await bench.saved();
    expect(bench.vendor.requests.map(({ url }) => url?.slice(0, 5))).toEqual([
      '/jobs',
      '/file',
      '/jobs',
      '/file',
    ]);
    expect(bench.files()).toEqual({ 'video_output.mp4': contentOf(bytes) });
  });
});

describe('a download begins anew', () => {
  it('where the file is another one meanwhile', async () => {
    const after = { bytes: other, etag: '"v2"' };
    bench.vendor.answer = changing({ bytes, etag: '"v1"' }, after, 100_000);
    const events = await bench.events();
    expect(askedFor()).toEqual([WHOLE, ['bytes=100000-', '"v1"']]);
    expect(bench.files()).toEqual({ 'video_output.mp4': contentOf(other) });
    expect(events.at(-1)).toMatchObject({ right: { done: true, receivedBytes: 300_000 } });
  });

  it('where the other file is shorter, and nothing of the first is left', async () => {
    const after = { bytes: other.subarray(0, 70), contentType: 'video/webm' };
    bench.vendor.answer = changing({ bytes, etag: '"v1"' }, after, 100_000);
    await bench.saved();
    expect(bench.files()).toEqual({ 'video_output.webm': contentOf(other.subarray(0, 70)) });
  });

  it.each([
    ['no ETag and no date', {}],
    ['a weak ETag', { etag: 'W/"v1"' }],
    [
      'a date of change that may not be the last',
      { lastModified: new Date(Date.now() + 60_000).toUTCString() },
    ],
  ])('where the server gives %s', async (_what, file) => {
    bench.vendor.answer = breaking({ bytes, ...file }, 100_000);
    await bench.saved();
    expect(askedFor()).toEqual([WHOLE, WHOLE]);
    expect(bench.files()).toEqual({ 'video_output.mp4': contentOf(bytes) });
  });

  it('where the server gives no parts', async () => {
    bench.vendor.answer = breaking({ bytes, etag: '"v1"', ranges: false }, 100_000);
    await bench.saved();
    expect(askedFor()).toEqual([WHOLE, ['bytes=100000-', '"v1"']]);
    expect(bench.files()).toEqual({ 'video_output.mp4': contentOf(bytes) });
  });

  it.each([
    ['another part', { 'Content-Range': 'bytes 99999-299999/300000' }],
    ['a part of a file of another size', { 'Content-Range': 'bytes 100000-299999/300001' }],
    [
      'a part of a file with another ETag',
      { 'Content-Range': 'bytes 100000-299999/300000', ETag: '"v2"' },
    ],
    ['a part that it does not name', {}],
  ])('where the server answers with %s', async (_what, headers) => {
    bench.vendor.answer = (request, response, count) => {
      if (count !== 2) return breaking({ bytes, etag: '"v1"' }, 100_000)(request, response, count);
      return response.writeHead(206, { 'Content-Type': 'video/mp4', ...headers }).end('garbage');
    };
    await bench.saved();
    expect(askedFor()).toEqual([WHOLE, ['bytes=100000-', '"v1"'], WHOLE]);
    expect(bench.files()).toEqual({ 'video_output.mp4': contentOf(bytes) });
  });

  it('where more comes than the rest', async () => {
    bench.vendor.answer = (request, response, count) => {
      if (count !== 2) return breaking({ bytes, etag: '"v1"' }, 100_000)(request, response, count);
      const range = { 'Content-Range': 'bytes 100000-299999/300000' };
      return response.writeHead(206, range).end(Buffer.concat([bytes.subarray(100_000), bytes]));
    };
    await bench.saved();
    expect(askedFor()).toEqual([WHOLE, ['bytes=100000-', '"v1"'], WHOLE]);
    expect(bench.files()).toEqual({ 'video_output.mp4': contentOf(bytes) });
  });

  it('not where the server answers with parts in another form', async () => {
    bench.vendor.answer = (request, response, count) => {
      if (count !== 2) return breaking({ bytes, etag: '"v1"' }, 100_000)(request, response, count);
      const contentType = 'multipart/byteranges; boundary=x';
      return response.writeHead(206, { 'Content-Type': contentType }).end('--x--');
    };
    expect(await bench.refusal()).toMatchObject({ _tag: 'Undecodable', attempts: 2 });
  });

  it('where the server knows no such part any more', async () => {
    const after = { bytes: other.subarray(0, 70), etag: '"v1"' };
    bench.vendor.answer = changing({ bytes, etag: '"v1"' }, after, 100_000);
    await bench.saved();
    expect(askedFor()).toEqual([WHOLE, ['bytes=100000-', '"v1"'], WHOLE]);
    expect(bench.files()).toEqual({ 'video_output.mp4': contentOf(other.subarray(0, 70)) });
  });
});

const receivedIn = (events: Events): readonly number[] =>
  events.map((event) => (isRight(event) ? event.right.receivedBytes : NaN));

describe('attempts', () => {
  it('end after five in a row, with what broke the last one', async () => {
    bench.vendor.answer = breaking({ bytes }, ...Array<number>(9).fill(100_000));
    const error = await bench.refusal();
    expect(error).toMatchObject({
      _tag: 'NetworkFault',
      reason: 'reset',
      attempts: 5,
      retryable: true,
    });
    expect(bench.vendor.requests).toHaveLength(5);
  });

  it('are as many as were asked for', async () => {
    bench.vendor.answer = (_request, response) => response.writeHead(503).end();
    expect(await bench.refusal(bench.asset(), { attempts: 2 })).toMatchObject({ attempts: 2 });
    expect(bench.vendor.requests).toHaveLength(2);
  });

  it('are counted anew once one got a mebibyte further', async () => {
    const large = randomBytes(7 * 2 ** 20);
    bench.vendor.answer = breaking(
      { bytes: large, etag: '"v1"' },
      ...Array<number>(6).fill(2 ** 20),
    );
    await bench.saved(bench.asset(), { attempts: 2 });
    expect(bench.vendor.requests).toHaveLength(7);
    expect(bench.files()).toEqual({ 'video_output.mp4': contentOf(large) });
  });

  it('are not, where each one gets no further than the last', async () => {
    const large = randomBytes(2 * 2 ** 20);
    bench.vendor.answer = breaking({ bytes: large }, ...Array<number>(9).fill(1.5 * 2 ** 20));
    await bench.refusal(bench.asset(), { attempts: 3 });
    expect(bench.vendor.requests).toHaveLength(3);
  });

  it('leave no connection open behind them', async () => {
    bench.vendor.answer = async (request, response, count) => {
      if (count === 1) return response.writeHead(503).write('busy, and never done saying so');
      await until(() => bench.vendor.open === 1);
      return breaking({ bytes })(request, response, count);
    };
    await bench.saved();
    expect(bench.vendor.requests).toHaveLength(2);
  });

  it.each([
    [429, { 'Retry-After': '60' }, 60_000],
    [503, { 'Retry-After': '7' }, 7_000],
    [500, {}, 1],
  ])('after %d wait as long as the server asks', async (status, headers, waitMs) => {
    const time = virtualTime();
    bench.vendor.answer = (request, response, count) =>
      count === 1
        ? response.writeHead(status, headers).end()
        : breaking({ bytes })(request, response, count);
    // Chance is asked for when the wait begins.
    const random = jest.fn(() => 0);
    const saved = bench.saved(bench.asset(), { scheduler: time.scheduler, random });
    await until(() => random.mock.calls.length === 1);
    time.advance(waitMs - 1);
    await pause(10);
    expect(bench.vendor.requests).toHaveLength(1);
    time.advance(1);
    await saved;
    expect(bench.vendor.requests).toHaveLength(2);
  });

  it('do not wait longer than a quarter of an hour', async () => {
    bench.vendor.answer = (_request, response) =>
      response.writeHead(503, { 'Retry-After': '901' }).end();
    expect(await bench.refusal()).toMatchObject({
      _tag: 'RateLimited',
      httpStatus: 503,
      retryAfterMs: 901_000,
      attempts: 1,
    });
  });
});
