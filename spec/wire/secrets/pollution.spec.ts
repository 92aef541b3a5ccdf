import type { RawServer } from '../http/rawServer.js';
import { bytesOf, startRawServer } from '../http/rawServer.js';
import type { Vault } from './canaries.js';
import { VAULTS, watchOver } from './canaries.js';

// Some other package has a hole that lets an attacker write to `Object.prototype`. Whatever is written
// there, no request goes elsewhere, none bears anything else, and none is made that is not usual.

/** What this library takes or hands on within itself, where vendors differ. */
const OWN_NAMES = [
  ...['baseUrl', 'apiKey', 'apiId', 'account', 'store', 'limiter', 'scheduler', 'random', 'http'],
  ...['cadence', 'deadlineMs', 'timeoutMs', 'unknownForMs', 'diagnostics', 'version'],
  ...['until', 'emit', 'progress', 'whenLimited', 'idempotencyKey', 'extraBody'],
  ...['anonymous', 'bucket', 'paid', 'json', 'query', 'holdMs', 'onSend', 'elsewhere', 'fresh'],
  ...['instance', 'maxSockets', 'clock', 'announcesSend'],
];

/** What axios and Node's HTTP take, which know of no vendor. */
const TRANSPORT_NAMES = [
  ...['adapter', 'allowAbsoluteUrls', 'auth', 'baseURL', 'beforeRedirect', 'data', 'decompress'],
  ...['env', 'family', 'fetchOptions', 'formSerializer', 'headers', 'httpAgent', 'httpsAgent'],
  ...['lookup', 'maxBodyLength', 'maxContentLength', 'maxRate', 'maxRedirects', 'params', 'proxy'],
  ...['paramsSerializer', 'responseType', 'sensitiveHeaders', 'socketPath', 'timeout', 'transport'],
  ...['transformRequest', 'transformResponse', 'transitional', 'url', 'validateStatus'],
  ...['withCredentials', 'withXSRFToken', 'xsrfCookieName', 'xsrfHeaderName'],
  ...['agent', 'body', 'ca', 'defaultPort', 'host', 'hostname', 'localAddress', 'port', 'protocol'],
  ...['rejectUnauthorized', 'servername', 'setHost'],
];

let home: RawServer;
let evil: RawServer;

const answerOf = ({ body, words }: Vault): string => JSON.stringify(body(words[2]));

/** The requests that came in, each once, but for what is another each time. */
const heard = ({ connections }: RawServer, from: number): readonly string[] => {
  const text = connections
    .slice(from)
    .map(({ received }) => `${received}\n`)
    .join('')
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]+/g, 'a UUID');
  const requests = text.split(/(?=^(?:GET|POST) )/m).map((request) => request.trim());
  return [...new Set(requests)].filter((request) => request !== '').sort();
};

async function requestsOf(vault: Vault): Promise<readonly string[]> {
  const from = home.connections.length;
  const { client, collect, get, run, watch } = watchOver(vault, { baseUrl: home.url });
  for (const job$ of [run(), get(), watch()]) await collect(job$);
  await client.close();
  return heard(home, from);
}

/** What an attacker would put there. */
const poisons = (): readonly unknown[] => [
  evil.url,
  true,
  { host: '127.0.0.1', hostname: '127.0.0.1', port: evil.port, protocol: 'http:', 'x-evil': 'yes' },
];

const shared = Object.prototype as unknown as Record<string, unknown>;

async function polluted<T>(name: string, value: unknown, work: () => Promise<T>): Promise<T> {
  Object.defineProperty(shared, name, {
    value,
    configurable: true,
    enumerable: true,
    writable: true,
  });
  try {
    return await work();
  } finally {
    delete shared[name];
  }
}

beforeAll(async () => {
  evil = await startRawServer((socket) => socket.write(bytesOf('200 OK', [], '{}')));
});
afterAll(() => evil.close());

const VENDORS = VAULTS.map((vault, index) => {
  const names = index === 0 ? [...OWN_NAMES, ...TRANSPORT_NAMES] : OWN_NAMES;
  return [vault.vendor, vault, names] as const;
});

describe.each(VENDORS)('%s', (_vendor, vault, names) => {
  let usual: readonly string[] = [];
  beforeAll(async () => {
    home = await startRawServer((socket) => socket.write(bytesOf('200 OK', [], answerOf(vault))));
    usual = await requestsOf(vault);
    expect(usual.map((request) => request.split(' ')[0])).toEqual(
      expect.arrayContaining(['GET', 'POST']),
    );
  });
  afterAll(() => home.close());

  it.each(names)('asks the same of the same, whatever %s all objects have', async (name) => {
    for (const poison of poisons()) {
      expect(await polluted(name, poison, () => requestsOf(vault))).toEqual(usual);
    }
    expect(evil.connections).toEqual([]);
  });
});
