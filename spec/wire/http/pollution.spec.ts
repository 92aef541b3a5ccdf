import axios from 'axios';
import { EventEmitter } from 'node:events';
import { Agent } from 'node:http';
import { Worker } from 'node:worker_threads';
import { isHttpFault } from '../../../src/contract/HttpFault.js';
import type { HttpPort } from '../../../src/contract/HttpPort.js';
import { axiosPort } from '../../../src/http/axiosPort.js';
import { answerOf, callTo, createAt, expectCleanProcess } from './oracles.js';

/** A vendor that says what it heard, and a stranger, in a thread where no prototype is touched. */
const THREAD = `
  const { createServer } = require('node:net');
  const { parentPort, workerData } = require('node:worker_threads');
  const visits = new Int32Array(workerData);
  const serve = (count) => new Promise((resolve) => {
    const server = createServer((socket) => {
      let heard = '';
      Atomics.add(visits, count, 1);
      socket.on('error', () => undefined);
      socket.on('data', (chunk) => {
        heard += chunk.toString('latin1');
        if (!heard.includes('\\r\\n\\r\\n') || (heard.startsWith('POST') && !heard.endsWith('}'))) return;
        const head = ['HTTP/1.1 200 OK', 'Connection: close', 'Content-Length: ' + heard.length];
        socket.end(head.concat('', heard).join('\\r\\n'));
      });
    }).listen(0, '127.0.0.1', () => resolve(server.address().port));
  });
  Promise.all([serve(0), serve(1)]).then((ports) => parentPort.postMessage(ports));
`;

const visits = new Int32Array(new SharedArrayBuffer(8));
let thread: Worker;
let ports: readonly [vendor: number, stranger: number];

beforeAll(async () => {
  thread = new Worker(THREAD, { eval: true, workerData: visits.buffer });
  ports = await new Promise((resolve) => thread.once('message', resolve));
});
afterAll(() => thread.terminate());
expectCleanProcess();

/** What somebody else's code may have left on every object, by name. */
const GADGETS: Readonly<Record<string, () => unknown>> = {
  adapter: () => () => Promise.resolve({ status: 200, headers: {}, data: '{"id":"evil"}' }),
  agent: () => new Agent(),
  allowAbsoluteUrls: () => false,
  auth: () => ({ username: 'evil', password: 'evil' }),
  baseURL: () => `http://127.0.0.1:${ports[1]}`,
  beforeRedirect: () => () => undefined,
  body: () => 'evil',
  cancelToken: () => ({ throwIfRequested: () => undefined, subscribe: () => undefined }),
  createConnection: () => () => undefined,
  data: () => 'evil',
  decompress: () => false,
  defaultPort: () => ports[1],
  elsewhere: () => true,
  env: () => ({ fetch: () => Promise.resolve(new Response('{"id":"evil"}')) }),
  family: () => 6,
  fd: () => 1,
  fetchOptions: () => ({ redirect: 'follow' }),
  fresh: () => true,
  headers: () => ({ 'X-Evil': 'evil' }),
  host: () => 'evil.invalid',
  hostname: () => 'evil.invalid',
  httpAgent: () => new Agent(),
  httpVersion: () => 2,
  insecureHTTPParser: () => true,
  localAddress: () => '127.0.0.9',
  lookup: () => (_: string, __: object, done: (...found: unknown[]) => void) =>
    done(new Error('evil')),
  maxContentLength: () => 1,
  maxHeaderSize: () => 1,
  maxRate: () => 1,
  maxRedirects: () => 5,
  method: () => 'DELETE',
  onread: () => ({ buffer: Buffer.alloc(1), callback: () => true }),
  onDownloadProgress: () => () => undefined,
  params: () => ({ evil: 'evil' }),
  path: () => '/evil',
  port: () => ports[1],
  proxy: () => ({ protocol: 'http', host: '127.0.0.1', port: ports[1] }),
  responseEncoding: () => 'hex',
  responseType: () => 'arraybuffer',
  setHost: () => false,
  signal: () => AbortSignal.abort(),
  socketPath: () => '/evil.sock',
  timeout: () => 1,
  transformRequest: () => [() => 'evil'],
  transformResponse: () => [() => 'evil'],
  transport: () => ({
    request: () => {
      throw new Error('evil');
    },
  }),
  uniqueHeaders: () => ['x-api-key'],
  url: () => `http://127.0.0.1:${ports[1]}`,
  validateStatus: () => () => false,
  withCredentials: () => true,
  withXSRFToken: () => true,
  xsrfHeaderName: () => 'X-Evil',
};

// jest runs specs beside Node's own functions: both have objects, and both kinds are written to.
const machineObject = (EventEmitter.constructor as FunctionConstructor)(
  'return Object',
)() as ObjectConstructor;
/** These break Node's own streams, whoever uses them: no byte goes astray, but no answer comes either. */
const BREAKS_NODE = ['fd', 'signal', 'timeout'];

/** Does the work with the value on every object, and takes it away again. */
async function polluted<T>(name: string, value: unknown, work: () => Promise<T>): Promise<T> {
  const prototypes = BREAKS_NODE.includes(name)
    ? [Object.prototype]
    : [Object.prototype, machineObject.prototype];
  for (const prototype of prototypes) {
    Object.defineProperty(prototype, name, { value, configurable: true, writable: true });
  }
  try {
    return await work();
  } finally {
    for (const prototype of prototypes) Reflect.deleteProperty(prototype, name);
  }
}

/** What the vendor heard of a create and of a look. */
async function ask(port: HttpPort): Promise<readonly string[]> {
  const origin = `http://127.0.0.1:${ports[0]}`;
  const headers = { 'content-type': 'application/json', 'X-Api-Key': 'my-own-key' };
  const calls = [
    createAt(`${origin}/v1/jobs?a=b`, { body: '{"a":1}', headers }),
    callTo(`${origin}/v1/jobs/1`, { headers, fresh: false }),
  ];
  const heard: string[] = [];
  for (const call of calls) heard.push((await answerOf(port.send(call))).body);
  return heard;
}

const instance = (config = {}) => axiosPort({ instance: axios.create(config) });

describe.each([
  ['a port of its own', () => axiosPort()],
  ['an instance of the user’s', () => instance()],
  ['an instance with an agent of the user’s', () => instance({ httpAgent: new Agent() })],
])('with %s', (_which, portOf) => {
  it.each(Object.keys(GADGETS))(
    '%s on every object changes nothing of what is sent',
    async (name) => {
      const plain = await ask(portOf());
      expect(plain[0]).toMatch(/^POST \/v1\/jobs\?a=b HTTP\/1\.1\r\n[^]*\r\n\r\n\{"a":1\}$/);
      expect(plain[1]).toMatch(/^GET \/v1\/jobs\/1 HTTP\/1\.1\r\n/);
      const before = visits[1];
      expect(await polluted(name, GADGETS[name]?.(), () => ask(portOf()))).toEqual(plain);
      expect(visits[1]).toBe(before);
    },
  );
});

/** Node's own fetch takes these from every object, whatever it is given: axios cannot keep them away. */
const TAKEN_BY_FETCH = ['headers', 'method'];

describe('with an instance that uses fetch', () => {
  // Node's own fetch stumbles over some of them: then nothing is sent, and that is said.
  it.each(Object.keys(GADGETS).filter((name) => !TAKEN_BY_FETCH.includes(name)))(
    '%s on every object changes nothing of what is sent',
    async (name) => {
      const plain = await ask(instance({ adapter: 'fetch' }));
      const before = visits[1];
      const heard = await polluted(name, GADGETS[name]?.(), () =>
        ask(instance({ adapter: 'fetch' })).catch((fault: unknown) => fault),
      );
      expect(isHttpFault(heard) ? plain : heard).toEqual(plain);
      expect(visits[1]).toBe(before);
    },
  );
});
