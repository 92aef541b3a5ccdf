import axios from 'axios';
import type { AxiosAdapter, AxiosInstance } from 'axios';
import { Agent } from 'node:http';
import { lastValueFrom } from 'rxjs';
import { isLeft } from 'rushes';
import { createSync } from 'rushes/sync';
import { axiosPort } from '../../../src/http/axiosPort.js';
import { answerOf, callTo, createAt, expectCleanProcess, faultOf } from './oracles.js';
import { bytesOf, startRawServer } from './rawServer.js';
import type { RawServer } from './rawServer.js';

const SECRET = 'canary-of-the-instance-41';
let vendor: RawServer;
let storage: RawServer;

/** An instance that says to the vendor all that an instance can. */
function talkative(config: object = {}): AxiosInstance {
  const instance = axios.create({
    headers: { Authorization: `Bearer ${SECRET}`, 'X-Team': SECRET },
    auth: { username: 'me', password: SECRET },
    params: { token: SECRET },
    withXSRFToken: true,
    ...config,
  });
  instance.defaults.headers.common['X-Common'] = SECRET;
  instance.defaults.headers.put['X-Put'] = SECRET;
  instance.interceptors.request.use((request) => {
    request.headers.set('X-Interceptor', SECRET);
    return request;
  });
  return instance;
}

const headOf = ({ connections }: RawServer): string =>
  connections.map(({ received }) => received).join('');

beforeEach(async () => {
  storage = await startRawServer((socket) => socket.write(bytesOf('200 OK', [])));
  vendor = await startRawServer((socket) => {
    const body = { uploadUrl: `${storage.url}/put?sig=s`, url: 'https://assets.example/face.mp4' };
    socket.write(bytesOf('200 OK', [], JSON.stringify({ ...body, expiresIn: 60 })));
  });
});
afterEach(async () => {
  await vendor.close();
  await storage.close();
});
expectCleanProcess();

it('an upload’s bytes go to the storage without anything of the user’s instance', async () => {
  const http = talkative();
  const client = createSync({ apiKey: 'canary-key-of-sync-9d2e6c', baseUrl: vendor.url, http });
  const file = new File(['film'], 'face.mp4', { type: 'video/mp4' });
  const event = await lastValueFrom(client.assets.upload(file));
  expect(isLeft(event) ? event.left : event.right).toEqual({
    url: 'https://assets.example/face.mp4',
  });
  expect(headOf(vendor).split(SECRET).length).toBeGreaterThan(2);
  expect(headOf(vendor)).toContain('canary-key-of-sync-9d2e6c');
  expect(headOf(storage)).toMatch(/^PUT \/put\?sig=s HTTP\/1\.1\r\n/);
  expect(headOf(storage)).toMatch(/\r\ncontent-type: video\/mp4\r\n/i);
  expect(headOf(storage)).not.toMatch(/canary|authorization|x-(?:team|common|put|interceptor)/i);
});

describe('a call that goes elsewhere', () => {
  const plain = { headers: { 'X-Own': 'yes' }, elsewhere: true } as const;

  it.each(['http', 'fetch'] as const)('by %s says only what is its own', async (adapter) => {
    const port = axiosPort({ instance: talkative({ adapter }) });
    await answerOf(port.send(callTo(`${storage.url}/a?b=c`, plain)));
    expect(headOf(storage)).toMatch(/^GET \/a\?b=c HTTP\/1\.1\r\n/);
    expect(headOf(storage)).toMatch(/\r\nX-Own: yes\r\n/i);
    expect(headOf(storage)).not.toContain(SECRET);
    expect(headOf(storage)).not.toMatch(/authorization|cookie|xsrf/i);
  });

  it('and others of the same port still say what the instance says', async () => {
    const port = axiosPort({ instance: talkative() });
    await answerOf(port.send(callTo(storage.url, plain)));
    await answerOf(port.send(callTo(vendor.url)));
    expect(headOf(storage)).not.toContain(SECRET);
    expect(headOf(vendor)).toContain(SECRET);
  });

  it('takes the adapter of the instance', async () => {
    const seen: object[] = [];
    const adapter: AxiosAdapter = async (config) => {
      seen.push(config.headers.toJSON());
      return { status: 201, statusText: '', headers: {}, config, data: 'from memory' };
    };
    const port = axiosPort({ instance: talkative({ adapter }) });
    expect(await answerOf(port.send(callTo(storage.url, plain)))).toMatchObject({
      status: 201,
      body: 'from memory',
    });
    expect(JSON.stringify(seen)).toContain('X-Own');
    expect(JSON.stringify(seen)).not.toContain(SECRET);
    expect(storage.connections).toHaveLength(0);
  });

  it('takes its agents', async () => {
    const httpAgent = new Agent({ keepAlive: true });
    const port = axiosPort({ instance: talkative({ httpAgent }) });
    await answerOf(port.send(callTo(storage.url, plain)));
    expect(Object.keys(httpAgent.freeSockets)).toHaveLength(1);
    httpAgent.destroy();
  });

  it('takes its proxy', async () => {
    const proxy = { protocol: 'http', host: '127.0.0.1', port: vendor.port };
    const port = axiosPort({ instance: talkative({ proxy }) });
    await answerOf(port.send(callTo('http://storage.example/put', plain)));
    expect(headOf(vendor)).toMatch(/^GET http:\/\/storage\.example\/put /);
    expect(headOf(vendor)).not.toContain(SECRET);
  });

  it('takes its look-up of names, and its fetch', async () => {
    const lookup = (_name: string, _options: object, done: (...found: unknown[]) => void): void =>
      done(null, '127.0.0.1', 4);
    const named = axiosPort({ instance: talkative({ lookup }) });
    await answerOf(named.send(callTo(`http://storage.invalid:${storage.port}/named`, plain)));
    expect(headOf(storage)).toMatch(/^GET \/named /);

    const asked: unknown[] = [];
    const env = {
      fetch: (request: Request) => {
        asked.push(request.headers.get('x-own'), request.headers.get('authorization'));
        return Promise.resolve(new Response('by my fetch'));
      },
    };
    const fetched = axiosPort({ instance: talkative({ adapter: 'fetch', env }) });
    expect((await answerOf(fetched.send(callTo(storage.url, plain)))).body).toBe('by my fetch');
    expect(asked).toEqual(['yes', null]);
  });

  it('is certainly not sent where no connection came about, as no interceptor could send it', async () => {
    const port = axiosPort({ instance: talkative() });
    const call = createAt('http://127.0.0.1:1/', { elsewhere: true });
    expect(await faultOf(port.send(call))).toMatchObject({ reason: 'refused', sent: false });
  });
});
