import { isLeft } from 'rushes';
import { expectCleanProcess } from '../http/oracles.js';
import type { RawServer } from '../http/rawServer.js';
import { bytesOf, startRawServer } from '../http/rawServer.js';
import type { Vault } from './canaries.js';
import { KEYS, URL_CANARY, VAULTS, watchOver } from './canaries.js';

const servers: RawServer[] = [];

const serve = async (...args: Parameters<typeof startRawServer>): Promise<RawServer> => {
  const server = await startRawServer(...args);
  servers.push(server);
  return server;
};

/** A vendor whose every job is done at once. */
const vendorOf = ({ body, words }: Vault): Promise<RawServer> =>
  serve((socket, { received }) => {
    const job = body(words[2]);
    const path = received.match(/(?:GET|POST|DELETE) [^\s?]*/g)?.at(-1) ?? '';
    const isPage = /^GET .*\/characters$/.test(path);
    const isList = /^GET .*\/(?:aurora\/|generations|errors)$/.test(path);
    const answer = isPage ? { data: [job] } : isList ? [job] : job;
    socket.write(bytesOf('200 OK', [], JSON.stringify(answer)));
  });

const receivedBy = ({ connections }: RawServer): string =>
  connections.map(({ received }) => received).join('');

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});
expectCleanProcess();

const everything = (watched: ReturnType<typeof watchOver>) =>
  Promise.all(
    [
      watched.run(),
      watched.watch(),
      watched.get(),
      watched.list?.(),
      watched.remove?.(),
      watched.more?.({ whenLimited: 'fail' }),
    ]
      .filter((stream$) => stream$ !== undefined)
      .map((stream$) => watched.collect(stream$)),
  );

it('the keys of each vendor reach its own server, in headers, and no other', async () => {
  const vendors = await Promise.all(VAULTS.map(vendorOf));
  const clients = VAULTS.map((vault, index) =>
    watchOver(vault, { baseUrl: `${vendors[index]!.url}/a/prefix` }),
  );
  const events = (await Promise.all(clients.map(everything))).flat(2);
  expect(events.length).toBeGreaterThan(20);
  expect(events.filter(isLeft)).toEqual([]);
  VAULTS.forEach(({ keys, vendor }, index) => {
    const received = receivedBy(vendors[index]!);
    const own = Object.values(keys);
    expect([vendor, KEYS.filter((key) => received.includes(key))]).toEqual([vendor, own]);
    const lines = received.split('\r\n').filter((line) => own.some((key) => line.includes(key)));
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) {
      expect(line).toMatch(/^(?:x-api-id|x-api-key|authorization): (?:Bearer )?canary\.\S+$/i);
    }
    expect(received).toMatch(/^(?:POST|GET) \/a\/prefix\//);
  });
  await Promise.all(clients.map(({ expectNoSecrets }) => expectNoSecrets()));
});

it('each request bears each key once, and what needs no key bears none', async () => {
  for (const vault of VAULTS) {
    const server = await vendorOf(vault);
    await everything(watchOver(vault, { baseUrl: server.url }));
    const heads = receivedBy(server)
      .split(/(?=(?:GET|POST|DELETE) \/\S* HTTP\/1\.1\r\n)/)
      .map((request) => request.split('\r\n\r\n')[0]!);
    expect(heads.length).toBeGreaterThan(2);
    for (const head of heads) {
      const times = head.startsWith('GET /v2/errors ') ? 0 : 1;
      const counts = Object.values(vault.keys).map((key) => head.split(key).length - 1);
      expect([head.split('\r\n')[0], counts]).toEqual([
        head.split('\r\n')[0],
        counts.map(() => times),
      ]);
    }
  }
});

describe.each(VAULTS.map((vault) => [vault.vendor, vault] as const))('%s', (_vendor, vault) => {
  it.each(['301', '302', '303', '307', '308'])(
    'hears of a redirect by %s, and the other origin of nothing',
    async (status) => {
      const stranger = await serve((socket) => socket.end(bytesOf('200 OK', [], '{}')));
      const location = `${stranger.url}/v1/jobs?token=${URL_CANARY}&key=${KEYS.join('')}`;
      const server = await serve((socket) =>
        socket.write(bytesOf(`${status} Elsewhere`, [`Location: ${location}`], location)),
      );
      const watched = watchOver(vault, { baseUrl: server.url });
      const events = (await everything(watched)).flat();
      expect(events.map((event) => (isLeft(event) ? event.left._tag : 'Right'))).toEqual(
        events.map(() => 'UnexpectedRedirect'),
      );
      expect(server.requests).toBe(events.length);
      expect(stranger.connections).toHaveLength(0);
      await watched.expectNoSecrets();
    },
  );

  it('asks nothing of the addresses that an answer names', async () => {
    const stranger = await serve((socket) => socket.end(bytesOf('200 OK', [], '{}')));
    const done = vault.body(vault.words[2]);
    const linked = JSON.stringify(done).replaceAll('https://files.example', stranger.url);
    const server = await serve((socket) =>
      socket.write(bytesOf('200 OK', [`Link: <${stranger.url}>; rel=next`], linked)),
    );
    const watched = watchOver(vault, { baseUrl: server.url });
    const events = (await Promise.all([watched.run(), watched.get()].map(watched.collect))).flat();
    expect(events.every((event) => !isLeft(event))).toBe(true);
    expect(stranger.connections).toHaveLength(0);
  });
});
