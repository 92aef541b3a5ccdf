import axios from 'axios';
import type { AxiosAdapter } from 'axios';
import { axiosPort } from '../../../src/http/axiosPort.js';
import { answerOf, callTo, createAt, expectCleanProcess, faultOf } from './oracles.js';
import { bytesOf, deadPort, startRawServer } from './rawServer.js';
import type { RawServer } from './rawServer.js';

const NAMES = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY'];
const BOTH_CASES = [...NAMES, ...NAMES.map((name) => name.toLowerCase())];
const before = BOTH_CASES.map((name) => [name, process.env[name]] as const);

let vendor: RawServer;
let proxy: RawServer;

const form = (): FormData => {
  const data = new FormData();
  data.append('video', new File(['film'], 'face.mp4', { type: 'video/mp4' }));
  return data;
};

beforeEach(async () => {
  vendor = await startRawServer((socket) => socket.end(bytesOf('200 OK', [], '"vendor"')));
  proxy = await startRawServer((socket) => socket.end(bytesOf('200 OK', [], '"proxy"')));
  for (const name of BOTH_CASES) process.env[name] = proxy.url;
  delete process.env['NO_PROXY'];
  delete process.env['no_proxy'];
});
afterEach(async () => {
  for (const [name, value] of before) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  await vendor.close();
  await proxy.close();
});
expectCleanProcess();

describe.each([
  ['a port of its own', () => axiosPort()],
  ['an instance without a wish', () => axiosPort({ instance: axios.create() })],
  ['an instance that wants none', () => axiosPort({ instance: axios.create({ proxy: false }) })],
  [
    'an instance that uses fetch',
    () => axiosPort({ instance: axios.create({ adapter: 'fetch' }) }),
  ],
])('with %s, the proxy of the environment', (_which, portOf) => {
  it.each([
    ['looks', () => callTo(`${vendor.url}/v1`)],
    ['creates', () => createAt(`${vendor.url}/v1`)],
    ['files', () => createAt(`${vendor.url}/v1`, { body: form(), headers: {} })],
    ['what goes elsewhere', () => callTo(`${vendor.url}/put`, { elsewhere: true })],
  ])('hears of no %s', async (_what, call) => {
    expect((await answerOf(portOf().send(call()))).body).toBe('"vendor"');
    expect(proxy.connections).toHaveLength(0);
  });

  it('is asked for no tunnel', async () => {
    const secret = createAt(`https://127.0.0.1:${await deadPort()}/v1`);
    expect(await faultOf(portOf().send(secret))).toMatchObject({ sent: false });
    expect(proxy.connections).toHaveLength(0);
  });
});

describe('a proxy that the instance asks for', () => {
  const wish = () => ({ proxy: { protocol: 'http', host: '127.0.0.1', port: proxy.port } });

  it.each([
    ['looks', {}],
    ['what goes elsewhere', { elsewhere: true }],
  ])('carries %s', async (_what, rest) => {
    const port = axiosPort({ instance: axios.create(wish()) });
    expect((await answerOf(port.send(callTo(`${vendor.url}/v1`, rest)))).body).toBe('"proxy"');
    expect(vendor.connections).toHaveLength(0);
    expect(proxy.requests).toBe(1);
  });

  it('carries those alone for which an interceptor asks it', async () => {
    const instance = axios.create();
    instance.interceptors.request.use((config) =>
      config.url?.endsWith('/by-proxy') === true ? Object.assign(config, wish()) : config,
    );
    const port = axiosPort({ instance });
    const bodies = ['by-proxy', 'plain'].map(async (path) => {
      return (await answerOf(port.send(callTo(`${vendor.url}/${path}`)))).body;
    });
    expect(await Promise.all(bodies)).toEqual(['"proxy"', '"vendor"']);
  });
});

describe('status 0 is a fault', () => {
  const nothing: AxiosAdapter = async (config) => ({
    status: 0,
    statusText: '',
    headers: {},
    config,
    data: '{"id":"a1"}',
  });

  it.each([
    ['of an adapter of the user’s', { adapter: nothing }],
    ['of one in a list', { adapter: [nothing, 'http' as const] }],
    [
      'of fetch, as browsers show a redirect',
      { adapter: 'fetch' as const, env: { fetch: () => Promise.resolve(Response.error()) } },
    ],
  ])('%s', async (_which, config) => {
    const port = axiosPort({ instance: axios.create(config) });
    const fault = await faultOf(port.send(createAt('https://vendor.example/')));
    expect(fault).toMatchObject({ reason: 'redirect', sent: true });
    expect(fault.partial).toBeUndefined();
  });

  it('also where an interceptor makes one of another', async () => {
    const instance = axios.create();
    instance.interceptors.response.use((response) => Object.assign(response, { status: 0 }));
    const fault = await faultOf(axiosPort({ instance }).send(createAt(vendor.url)));
    expect(fault).toMatchObject({ reason: 'redirect', sent: true });
  });

  it('also where a server says so', async () => {
    const odd = await startRawServer((socket) => socket.end(bytesOf('000 None', [], '{}')));
    expect(await faultOf(axiosPort().send(createAt(odd.url)))).toMatchObject({ sent: true });
    await odd.close();
  });
});
