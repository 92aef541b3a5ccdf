import { randomBytes } from 'node:crypto';
import { download } from 'rushes/node';
import type { Subscription } from 'rxjs';
import { expectCleanProcess, pause, until } from '../http/oracles.js';
import { startRawServer } from '../http/rawServer.js';
import type { RawServer } from '../http/rawServer.js';
import { useBench } from './bench.js';
import { serving } from './servedFile.js';

const bench = useBench();
let silent: RawServer;

afterEach(() => silent?.close());
expectCleanProcess();

const HEAD = 'HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\nContent-Length: 1000\r\n\r\n';
const STAGES: readonly (readonly [when: string, bytes: string])[] = [
  ['before the head of the answer', ''],
  ['within the head', 'HTTP/1.1 200 OK\r\nContent-'],
  ['before the body', HEAD],
  ['within the body', `${HEAD}bytes`],
  [
    'within a piece of the body',
    `${HEAD.replace('Content-Length: 1000', 'Transfer-Encoding: chunked')}5\r\nbyt`,
  ],
];

const silentAfter = async (bytes: string) => {
  silent = await startRawServer((socket) => socket.write(bytes));
  return { asset: bench.asset({ url: `${silent.url}/a` }), privateOrigins: [silent.url] };
};

describe('unsubscribing', () => {
  it.each(STAGES)('%s closes the connection and leaves nothing', async (_when, bytes) => {
    const { asset, privateOrigins } = await silentAfter(bytes);
    const said = jest.fn();
    const subscription = download(asset, bench.dir, { privateOrigins }).subscribe({
      error: said,
      complete: said,
    });
    await until(() => silent.requests === 1);
    await pause(10);
    subscription.unsubscribe();
    await until(() => silent.connections[0]?.closedAt !== undefined);
    await until(() => Object.keys(bench.files()).length === 0);
    await pause(10);
    expect(said).not.toHaveBeenCalled();
    expect(silent.requests).toBe(1);
  });

  it('within the wait for the next attempt makes none', async () => {
    bench.vendor.answer = (_request, response) =>
      response.writeHead(503, { 'Retry-After': '600' }).end();
    // Chance is asked for when the wait begins.
    const random = jest.fn(() => 0);
    const options = { privateOrigins: [bench.vendor.origin], random };
    const subscription = download(bench.asset(), bench.dir, options).subscribe();
    await until(() => random.mock.calls.length === 1);
    await pause(1);
    subscription.unsubscribe();
    await pause(10);
    expect(bench.vendor.requests).toHaveLength(1);
  });

  it('while it tells of its first bytes leaves nothing, and tells nothing more', async () => {
    bench.vendor.answer = serving({ bytes: randomBytes(2 ** 20) });
    const options = { privateOrigins: [bench.vendor.origin] };
    const told: jest.Mock<void, []> = jest.fn(() => subscription.unsubscribe());
    const subscription: Subscription = download(bench.asset(), bench.dir, options).subscribe({
      next: told,
      error: told,
      complete: told,
    });
    await until(() => subscription.closed && bench.vendor.open === 0);
    await until(() => Object.keys(bench.files()).length === 0);
    expect(told).toHaveBeenCalledTimes(1);
  });
});

describe('silence', () => {
  it.each(STAGES)('%s ends an attempt', async (_when, bytes) => {
    const { asset, privateOrigins } = await silentAfter(bytes);
    const options = { privateOrigins, timeoutMs: 40, attempts: 2 };
    const error = await bench.refusal(asset, options);
    expect(error).toMatchObject({ _tag: 'TimedOut', attempts: 2, retryable: true });
    expect(error.message).toContain('nothing came for 40 ms');
    expect(silent.requests).toBe(2);
  });

  it('is not what a slow server keeps, however long the whole takes', async () => {
    bench.vendor.answer = async (_request, response) => {
      response.writeHead(200, { 'Content-Type': 'video/mp4' });
      for (let count = 0; count < 40; count += 1) {
        response.write('slow');
        await pause(10);
      }
      response.end();
    };
    const { receivedBytes } = await bench.saved(bench.asset(), { timeoutMs: 200 });
    expect(receivedBytes).toBe(160);
  });
});
