import { isJobError, isLeft, outputOf } from 'rushes';
import { expectCleanProcess, until } from '../http/oracles.js';
import type { Behaviour, RawServer } from '../http/rawServer.js';
import { bytesOf, deadPort, startRawServer } from '../http/rawServer.js';
import type { Vault, Watched } from './canaries.js';
import { expectNoSecret, URL_CANARY, VAULTS, watchOver } from './canaries.js';

let server: RawServer;

const serve = async (behave: Behaviour): Promise<void> => {
  server = await startRawServer(behave);
};

afterEach(() => server?.close());
expectCleanProcess();

/** All secrets of a vault at once, as a server that shows what it got would write them. */
const echo = ({ keys }: Vault): string =>
  `${Object.values(keys).join(' ')} https://files.example/a.mp4?sig=${URL_CANARY}`;

const CUT = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9999\r\n\r\n';

/** What may go wrong on the wire, and the tag of a look that meets it until it gives up. */
const FAULTS: Readonly<Record<string, readonly [(vault: Vault) => Behaviour, string]>> = {
  'the connection is reset': [() => (socket) => socket.resetAndDestroy(), 'NetworkFault'],
  'the connection ends': [() => (socket) => socket.end(), 'NetworkFault'],
  'no answer comes': [() => () => undefined, 'TimedOut'],
  'the body is cut within an echo': [
    (vault) => (socket) => socket.end(`${CUT}{"id":"a1","headers":"${echo(vault)}`),
    'NetworkFault',
  ],
  'the body never ends': [
    (vault) => (socket) => socket.write(`${CUT}{"id":"a1","headers":"${echo(vault)}`),
    'TimedOut',
  ],
  'the body is whole, but its JSON is cut within an echo': [
    (vault) => (socket) =>
      socket.write(bytesOf('200 OK', [], `{"id":"a1","headers":"${echo(vault)}`)),
    'Undecodable',
  ],
  'the answer is an echo and no HTTP': [
    (vault) => (socket) => socket.end(`${echo(vault)}\r\n\r\n`),
    'NetworkFault',
  ],
  'a header is an echo and no header': [
    (vault) => (socket) => socket.end(`HTTP/1.1 200 OK\r\n${echo(vault)}\r\n\r\n`),
    'NetworkFault',
  ],
  'the words of the status are an echo': [
    (vault) => (socket) => socket.write(bytesOf(`401 ${echo(vault)}`, [], echo(vault))),
    'Unauthorized',
  ],
};

const tagsOf = (events: Awaited<ReturnType<Watched['collect']>>): readonly string[] =>
  events.map((event) => (isLeft(event) ? event.left._tag : 'Right'));

describe.each(VAULTS.map((vault) => [vault.vendor, vault] as const))('%s', (_vendor, vault) => {
  /** Only what has to time out does so soon: a busy machine is slow with the others. */
  const open = (tag: string): Watched =>
    watchOver(vault, { baseUrl: server.url, timeoutMs: tag === 'TimedOut' ? 50 : 5_000 });

  it.each(Object.entries(FAULTS))('shows no secret when %s', async (_what, [behave, tag]) => {
    await serve(behave(vault));
    const watched = open(tag);
    const { run, watch, get } = watched;
    const seen = await Promise.all([run(), watch(), get()].map((one$) => watched.collect(one$)));
    const [bought, followed, got] = seen.map(tagsOf);
    expect(bought).toEqual([tag === 'Unauthorized' ? tag : 'SubmissionUnknown']);
    expect(followed).toEqual([tag]);
    expect(got).toEqual([tag]);
    expect(server.requests).toBeGreaterThan(2);
    await watched.expectNoSecrets();
  });

  it('shows no secret when nobody listens', async () => {
    await serve(() => undefined);
    const baseUrl = `http://127.0.0.1:${await deadPort()}`;
    const watched = watchOver(vault, { baseUrl });
    const events = await Promise.all([watched.run(), watched.get()].map(watched.collect));
    expect(events.map(tagsOf)).toEqual([['NetworkFault'], ['NetworkFault']]);
    await watched.expectNoSecrets();
  });

  it('shows no secret when it is left, aborted or closed while answers are out', async () => {
    await serve(() => undefined);
    const watched = watchOver(vault, { baseUrl: server.url, timeoutMs: 250 });
    const left$ = watched.watch();
    const subscription = left$.subscribe();
    await until(() => server.requests === 1);
    subscription.unsubscribe();
    expectNoSecret('a stream that was left', [left$, subscription]);

    const controller = new AbortController();
    const { signal } = controller;
    const aborted = outputOf(watched.watch() as never, { signal }).catch((e: unknown) => e);
    await until(() => server.requests === 2);
    controller.abort(new Error(echo(vault)));
    expect(isJobError(await aborted, 'Aborted')).toBe(true);
    expectNoSecret('what was aborted', await aborted);

    const followed = watched.collect(watched.watch());
    const bought = watched.collect(watched.run());
    await until(() => server.requests === 4);
    const closing = watched.client.close();
    await closing;
    expect(tagsOf(await followed)).toEqual(['Closed']);
    expect(tagsOf(await bought)).toEqual(['SubmissionUnknown']);
    expect(tagsOf(await watched.collect(watched.get()))).toEqual(['Closed']);
    await watched.expectNoSecrets();
  });
});
