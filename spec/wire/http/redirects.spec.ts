import { answerOf, callTo, CANARY, createAt, expectCleanProcess, faultOf } from './oracles.js';
import { bytesOf, startRawServer } from './rawServer.js';
import type { RawServer } from './rawServer.js';
import { WAYS } from './ways.js';

describe.each(WAYS)('%s', (_way, portOf) => {
  const port = portOf();
  let vendor: RawServer;
  let stranger: RawServer;
  let location: string;
  let status: string;

  beforeEach(async () => {
    stranger = await startRawServer((socket) => socket.end(bytesOf('200 OK', [], '{"id":"evil"}')));
    vendor = await startRawServer((socket) =>
      socket.end(bytesOf(status, [`Location: ${location}`])),
    );
  });
  afterEach(async () => {
    await vendor.close();
    await stranger.close();
  });
  expectCleanProcess();

  const STATUSES = [
    '301 Moved Permanently',
    '302 Found',
    '303 See Other',
    '307 Temporary Redirect',
    '308 Permanent Redirect',
  ];

  describe.each(STATUSES)('an answer of %s is given as it is', (word) => {
    beforeEach(() => {
      status = word;
    });

    it.each([callTo, createAt])(
      'and no other origin hears of the request (%#)',
      async (request) => {
        location = `${stranger.url}/v1/jobs`;
        const answer = await answerOf(port.send(request(`${vendor.url}/v1/jobs`)));
        expect(answer).toMatchObject({ status: Number(word.slice(0, 3)), headers: { location } });
        expect(vendor.requests).toBe(1);
        expect(stranger.connections).toHaveLength(0);
      },
    );

    it('and the same origin is asked once only', async () => {
      location = '/v1/jobs/';
      await answerOf(port.send(createAt(`${vendor.url}/v1/jobs`)));
      expect(vendor.requests).toBe(1);
      expect(vendor.connections[0]?.received).toContain(CANARY);
    });
  });

  it.each([
    ['itself, for ever', () => `${vendor.url}/v1/jobs`],
    ['a subdomain', () => `http://sub.localhost:${stranger.port}/v1/jobs`],
    ['another scheme', () => `https://127.0.0.1:${stranger.port}/`],
    ['a file', () => 'file:///etc/hostname'],
    ['an address of the cloud', () => 'http://169.254.169.254/latest/meta-data'],
    ['nowhere that can be read', () => 'http://[::bad'],
  ])('a redirect to %s is one request and its answer', async (_what, target) => {
    status = '307 Temporary Redirect';
    location = target();
    expect(await answerOf(port.send(createAt(`${vendor.url}/v1/jobs`)))).toMatchObject({
      status: 307,
    });
    expect(vendor.requests).toBe(1);
    expect(stranger.connections).toHaveLength(0);
  });

  it('an answer of 407 is the proxy’s: a fault, not an answer', async () => {
    status = '407 Proxy Authentication Required';
    location = '/';
    expect(await faultOf(port.send(createAt(vendor.url)))).toMatchObject({
      reason: 'proxy',
      sent: true,
    });
  });

  it('the proxy of the environment is not asked', async () => {
    status = '200 OK';
    location = '/';
    const names = ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'ALL_PROXY'];
    const before = names.map((name) => process.env[name]);
    for (const name of names) process.env[name] = stranger.url;
    try {
      expect(await answerOf(portOf().send(callTo(vendor.url)))).toMatchObject({ status: 200 });
    } finally {
      names.forEach((name, index) => {
        if (before[index] === undefined) delete process.env[name];
        else process.env[name] = before[index];
      });
    }
    expect(vendor.requests).toBe(1);
    expect(stranger.connections).toHaveLength(0);
  });
});
