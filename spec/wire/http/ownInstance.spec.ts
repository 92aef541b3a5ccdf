import axios from 'axios';
import type { AxiosAdapter, AxiosError, InternalAxiosRequestConfig } from 'axios';
import { Agent, createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { axiosPort } from '../../../src/http/axiosPort.js';
import { MOST_BYTES } from '../../../src/http/safeSettings.js';
import {
  answerOf,
  callTo,
  CANARY,
  createAt,
  expectCleanProcess,
  faultOf,
  pause,
  until,
} from './oracles.js';
import { bytesOf, startRawServer } from './rawServer.js';
import type { Behaviour, RawServer } from './rawServer.js';

let server: RawServer;
let elsewhere: RawServer;

const answers =
  (...lines: readonly string[]): Behaviour =>
  (socket) =>
    socket.write(bytesOf('200 OK', lines, '{"id":"a1"}'));
const serve = async (behave: Behaviour): Promise<void> => {
  server = await startRawServer(behave);
};

beforeEach(async () => {
  elsewhere = await startRawServer(answers());
});
afterEach(async () => {
  await server?.close();
  await elsewhere.close();
});
expectCleanProcess();

describe('an instance of the user’s', () => {
  it('keeps its interceptors, both ways', async () => {
    await serve(answers());
    const instance = axios.create();
    instance.interceptors.request.use(async (config) => {
      await pause(5);
      config.headers.set('X-Trace', '42');
      return config;
    });
    instance.interceptors.response.use((response) => {
      response.headers['x-seen'] = 'yes';
      return response;
    });
    const answer = await answerOf(axiosPort({ instance }).send(callTo(server.url)));
    expect(answer).toMatchObject({ body: '{"id":"a1"}', headers: { 'x-seen': 'yes' } });
    expect(server.connections[0]?.received).toMatch(/\r\nX-Trace: 42\r\n/i);
  });

  it.each([
    ['gives the data alone', (response: { data: unknown }) => response.data],
    ['gives nothing', () => undefined],
    ['throws', () => Promise.reject(new Error('not my kind of answer'))],
  ])('loses no answer where an interceptor %s', async (_what, interceptor) => {
    await serve(answers('X-Request-Id: r1'));
    const instance = axios.create();
    instance.interceptors.response.use(interceptor as never);
    const answer = await answerOf(axiosPort({ instance }).send(createAt(server.url)));
    expect(answer).toMatchObject({
      status: 200,
      body: '{"id":"a1"}',
      headers: { 'x-request-id': 'r1' },
    });
  });

  it('keeps its adapter', async () => {
    const adapter: AxiosAdapter = async (config) => ({
      status: 201,
      statusText: 'Created',
      headers: { 'X-From': 'memory' },
      config,
      data: { url: config.url, key: config.headers.get('X-Api-Key') === CANARY },
    });
    const port = axiosPort({ instance: axios.create({ adapter }) });
    expect(await answerOf(port.send(createAt('https://api.example/v1/jobs')))).toEqual({
      status: 201,
      headers: { 'x-from': 'memory' },
      body: '{"url":"https://api.example/v1/jobs","key":true}',
    });
  });

  it('keeps its agents', async () => {
    await serve(answers());
    const httpAgent = new Agent({ keepAlive: true });
    const port = axiosPort({ instance: axios.create({ httpAgent }) });
    await answerOf(port.send(callTo(server.url)));
    expect(Object.keys(httpAgent.freeSockets)).toHaveLength(1);
    httpAgent.destroy();
  });

  it('keeps its proxy', async () => {
    await serve(answers('X-By: proxy'));
    const proxy = { protocol: 'http', host: '127.0.0.1', port: server.port };
    const port = axiosPort({ instance: axios.create({ proxy }) });
    const answer = await answerOf(port.send(callTo('http://vendor.example/v1/jobs')));
    expect(answer.headers['x-by']).toBe('proxy');
    expect(server.connections[0]?.received).toMatch(/^GET http:\/\/vendor\.example\/v1\/jobs /);
  });
});

describe('what an instance cannot change', () => {
  it('is where the key goes: base URL and parameters do not count', async () => {
    await serve(answers());
    const instance = axios.create({
      baseURL: elsewhere.url,
      allowAbsoluteUrls: false,
      params: { trick: 1 },
      timeout: 1,
    });
    await answerOf(axiosPort({ instance }).send(createAt(`${server.url}/v1/jobs?page=2`)));
    expect(server.connections[0]?.received).toMatch(/^POST \/v1\/jobs\?page=2 HTTP/);
    expect(elsewhere.connections).toHaveLength(0);
  });

  it('is what is said: its transforms do not count', async () => {
    await serve(answers());
    const instance = axios.create({
      transformRequest: [() => '{"name":"another"}'],
      transformResponse: [() => ({ id: 'another' })],
    });
    const body = ' {"name": "mine"}';
    const headers = { 'Content-Type': 'application/json' };
    const call = createAt(server.url, { body, headers });
    expect(await answerOf(axiosPort({ instance }).send(call))).toMatchObject({
      body: '{"id":"a1"}',
    });
    expect(server.connections[0]?.received.split('\r\n\r\n')[1]).toBe(body);
  });

  it('is that redirects are not followed, even where an interceptor asks for it', async () => {
    await serve((socket) =>
      socket.write(bytesOf('307 Temporary Redirect', [`Location: ${elsewhere.url}`])),
    );
    const instance = axios.create({ maxRedirects: 5 });
    instance.interceptors.request.use((config) =>
      Object.assign(config, {
        maxRedirects: 9,
        beforeRedirect: undefined,
        validateStatus: undefined,
      }),
    );
    const answer = await answerOf(axiosPort({ instance }).send(createAt(server.url)));
    expect(answer.status).toBe(307);
    expect(server.requests).toBe(1);
    expect(elsewhere.connections).toHaveLength(0);
  });

  it('is that every status is an answer, as text', async () => {
    await serve((socket) =>
      socket.write(bytesOf('500 Oops', ['Content-Type: application/json'], '{"a":1}')),
    );
    const instance = axios.create({ responseType: 'json', validateStatus: () => false });
    expect(await answerOf(axiosPort({ instance }).send(callTo(server.url)))).toMatchObject({
      status: 500,
      body: '{"a":1}',
    });
  });

  it('is the limit of a body', async () => {
    await serve((socket) => socket.write(bytesOf('200 OK', [], 'x'.repeat(MOST_BYTES + 1))));
    const instance = axios.create({ maxContentLength: Infinity });
    expect(await faultOf(axiosPort({ instance }).send(callTo(server.url)))).toMatchObject({
      reason: 'too-large',
    });
    const adapter: AxiosAdapter = async (config) => ({
      status: 200,
      statusText: '',
      headers: {},
      config,
      data: 'x'.repeat(MOST_BYTES + 1),
    });
    const own = axiosPort({ instance: axios.create({ adapter }) });
    expect(await faultOf(own.send(callTo(server.url)))).toMatchObject({ reason: 'too-large' });
  });

  it('is the time of the whole attempt', async () => {
    await serve(() => undefined);
    const port = axiosPort({ instance: axios.create({ timeout: 60_000 }) });
    expect(await faultOf(port.send(callTo(server.url, { timeoutMs: 30 })))).toMatchObject({
      reason: 'timeout',
      sent: true,
    });
  });
});

describe('a port without an instance', () => {
  it('is not touched by what an application sets on the global axios', async () => {
    await serve(answers());
    const { baseURL = '', timeout = 0 } = axios.defaults;
    const seen = jest.fn((config: InternalAxiosRequestConfig) => config);
    const interceptor = axios.interceptors.request.use(seen);
    axios.defaults.baseURL = elsewhere.url;
    axios.defaults.headers.common['X-App-Token'] = 'the application’s own';
    axios.defaults.timeout = 1;
    try {
      await answerOf(axiosPort().send(callTo(server.url)));
    } finally {
      axios.interceptors.request.eject(interceptor);
      axios.defaults.baseURL = baseURL;
      axios.defaults.timeout = timeout;
      delete axios.defaults.headers.common['X-App-Token'];
    }
    expect(seen).not.toHaveBeenCalled();
    expect(server.connections[0]?.received).not.toMatch(/x-app-token/i);
    expect(elsewhere.connections).toHaveLength(0);
  });
});

describe('whether something was sent, where an instance may do as it likes', () => {
  const refusedUrl = 'http://127.0.0.1:1/';

  it('is told where axios’ own adapter could not connect', async () => {
    const port = axiosPort({ instance: axios.create({ httpAgent: new Agent() }) });
    expect(await faultOf(port.send(createAt(refusedUrl)))).toMatchObject({
      reason: 'refused',
      sent: false,
    });
  });

  it('is not claimed for an adapter of the user’s, which may have tried before', async () => {
    const http = axios.getAdapter('http');
    const port = axiosPort({ instance: axios.create({ adapter: (config) => http(config) }) });
    expect(await faultOf(port.send(createAt(refusedUrl)))).toMatchObject({
      reason: 'refused',
      sent: true,
    });
  });

  it('is not claimed where an interceptor failed, which may have sent by itself', async () => {
    const instance = axios.create();
    instance.interceptors.request.use(() => Promise.reject(new Error('no token')));
    expect(await faultOf(axiosPort({ instance }).send(createAt(refusedUrl)))).toMatchObject({
      reason: 'other',
      sent: true,
    });
  });

  it('is remembered when an interceptor tries again and then cannot connect', async () => {
    await serve((socket) => socket.resetAndDestroy());
    const instance = axios.create();
    instance.interceptors.response.use(undefined, (error: AxiosError) => {
      if (error.config?.url === refusedUrl) throw error;
      return instance.request({ ...error.config, url: refusedUrl });
    });
    expect(await faultOf(axiosPort({ instance }).send(createAt(server.url)))).toMatchObject({
      reason: 'refused',
      sent: true,
    });
    expect(server.requests).toBe(1);
  });

  it('is the proxy’s fault where the proxy could not be reached', async () => {
    const proxy = {
      protocol: 'http',
      host: '127.0.0.1',
      port: 1,
      auth: { username: 'me', password: 'proxy-secret' },
    };
    const port = axiosPort({ instance: axios.create({ proxy }) });
    for (const url of ['http://vendor.example/', 'https://vendor.example/']) {
      const fault = await faultOf(port.send(createAt(url)));
      expect(fault).toMatchObject({ reason: 'proxy', sent: false });
      expect(fault.message).not.toContain('proxy-secret');
    }
  });

  it.each([403, 407, 502])(
    'nothing went through a tunnel that a proxy refused with %i',
    async (status) => {
      const proxyServer: Server = createServer();
      const asked: string[] = [];
      proxyServer.on('connect', (request: IncomingMessage, socket) => {
        asked.push(request.url ?? '');
        socket.end(`HTTP/1.1 ${status} No\r\nContent-Length: 0\r\n\r\n`);
      });
      await new Promise<void>((resolve) => proxyServer.listen(0, '127.0.0.1', resolve));
      const { port: number } = proxyServer.address() as AddressInfo;
      const port = axiosPort({
        instance: axios.create({ proxy: { protocol: 'http', host: '127.0.0.1', port: number } }),
      });
      const call = createAt('https://vendor.example/v1/jobs');
      expect(await faultOf(port.send(call))).toMatchObject({ reason: 'proxy', sent: false });
      expect(asked).toEqual(['vendor.example:443']);
      proxyServer.closeAllConnections();
      await new Promise((resolve) => proxyServer.close(resolve));
    },
  );

  it('and unsubscribing in the same tick does not even wake the interceptors', async () => {
    await serve(answers());
    const instance = axios.create();
    const interceptor = jest.fn((config: InternalAxiosRequestConfig) => config);
    instance.interceptors.request.use(interceptor);
    axiosPort({ instance }).send(createAt(server.url)).subscribe().unsubscribe();
    await pause(20);
    expect(interceptor).not.toHaveBeenCalled();
  });

  it('and unsubscribing while an interceptor thinks sends nothing', async () => {
    await serve(answers());
    const instance = axios.create();
    const onSend = jest.fn();
    instance.interceptors.request.use(async (config) => {
      await pause(20);
      return config;
    });
    const subscription = axiosPort({ instance }).send(createAt(server.url, { onSend })).subscribe();
    await until(() => onSend.mock.calls.length === 1);
    subscription.unsubscribe();
    await pause(40);
    expect(server.connections).toHaveLength(0);
  });
});
