import axios from 'axios';
import { gzipSync } from 'node:zlib';
import { axiosPort } from '../../../src/http/axiosPort.js';
import {
  answerOf,
  callTo,
  createAt,
  expectCleanProcess,
  faultOf,
  pause,
  until,
} from './oracles.js';
import { bytesOf, deadPort, startRawServer } from './rawServer.js';
import type { Behaviour, RawServer } from './rawServer.js';

// What browsers use, here on Node's own fetch: the same promises hold.
const port = axiosPort({ instance: axios.create({ adapter: 'fetch' }) });
let server: RawServer;

const serve = async (behave: Behaviour): Promise<void> => {
  server = await startRawServer(behave);
};

afterEach(() => server?.close());
expectCleanProcess();

it('gives status, headers and text', async () => {
  await serve((socket) =>
    socket.write(bytesOf('201 Created', ['X-Request-Id: r1'], '{"id":"a1"}')),
  );
  expect(await answerOf(port.send(createAt(`${server.url}/v1/jobs?a=1`)))).toMatchObject({
    status: 201,
    headers: { 'x-request-id': 'r1' },
    body: '{"id":"a1"}',
  });
  expect(server.connections[0]?.received).toMatch(/^POST \/v1\/jobs\?a=1 HTTP/);
});

it.each([302, 307])('does not follow a %i', async (status) => {
  const stranger = await startRawServer((socket) => socket.end(bytesOf('200 OK', [])));
  await serve((socket) => socket.end(bytesOf(`${status} Moved`, [`Location: ${stranger.url}`])));
  expect(await answerOf(port.send(createAt(server.url)))).toMatchObject({ status });
  expect(server.requests).toBe(1);
  expect(stranger.connections).toHaveLength(0);
  await stranger.close();
});

it('takes status 0, as browsers show a redirect, for a fault', async () => {
  const instance = axios.create({
    adapter: 'fetch',
    env: { fetch: () => Promise.resolve(Response.error()) },
  });
  const send$ = axiosPort({ instance }).send(createAt('https://vendor.example/'));
  expect(await faultOf(send$)).toMatchObject({ reason: 'redirect', sent: true });
});

it('stands in for XMLHttpRequest, which follows redirects', async () => {
  await serve((socket) => socket.end(bytesOf('200 OK', [])));
  const instance = axios.create({ adapter: ['xhr'] });
  expect(await answerOf(axiosPort({ instance }).send(callTo(server.url)))).toMatchObject({
    status: 200,
  });
});

it('says that a refused connection sent nothing', async () => {
  expect(await faultOf(port.send(createAt(`http://127.0.0.1:${await deadPort()}/`)))).toMatchObject(
    { sent: false },
  );
});

it('says that a broken one may have', async () => {
  await serve((socket) => socket.resetAndDestroy());
  expect(await faultOf(port.send(createAt(server.url)))).toMatchObject({
    reason: 'reset',
    sent: true,
  });
});

it('ends at its time, though a body trickles', async () => {
  await serve((socket) => {
    socket.write('HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n');
    const timer = setInterval(() => socket.write('x'), 20);
    socket.on('close', () => clearInterval(timer));
  });
  const call = callTo(server.url, { timeoutMs: 100 });
  expect(await faultOf(port.send(call))).toMatchObject({ reason: 'timeout' });
  await until(() => server.connections[0]?.closedAt !== undefined);
});

it('stops a gzip bomb at the limit', async () => {
  const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
  await serve((socket) => {
    socket.write(
      `HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: ${bomb.length}\r\n\r\n`,
    );
    socket.write(bomb);
  });
  expect(await faultOf(port.send(callTo(server.url)))).toMatchObject({ reason: 'too-large' });
});

it('closes the connection when it is unsubscribed, and sends nothing in the same tick', async () => {
  await serve(() => undefined);
  port.send(createAt(server.url)).subscribe().unsubscribe();
  await pause(30);
  expect(server.connections).toHaveLength(0);
  const subscription = port.send(callTo(server.url)).subscribe();
  await until(() => server.requests === 1);
  subscription.unsubscribe();
  await until(() => server.connections[0]?.closedAt !== undefined);
});
