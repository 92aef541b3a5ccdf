import fc from 'fast-check';
import { firstValueFrom } from 'rxjs';
import type { Either, JobError } from 'rushes';
import { createClient, defineCall, defineJob, isLeft, lenient, lenientBody } from 'rushes';
import { pathIssues } from '../../../src/engine/pathIssues.js';
import { expectCleanProcess } from '../http/oracles.js';
import { bytesOf, startRawServer } from '../http/rawServer.js';
import type { RawServer } from '../http/rawServer.js';

const KEY = 'canary-key-of-acme-71aa';
let vendor: RawServer;
let stranger: RawServer;

/** A vendor whose paths are whatever the caller says. */
function acme() {
  const said = defineCall({
    request: ({ path }: { readonly path: string }) => ({ method: 'GET', path }),
    answer: lenientBody('an answer', {}, { id: lenient.text }),
  });
  const cuts = defineJob({
    submit: ({ path }: { readonly path: string }) => ({ method: 'POST', path, json: {} }),
    look: (id) => ({ method: 'GET', path: `/cuts/${id}` }),
    codec: lenientBody('a cut', { id: lenient.vendorId, state: lenient.word }, {}),
    id: (body) => body.id,
    status: (body) => body.state,
    phases: { done: 'succeeded' },
    output: (body) => body,
    calls: { said },
  });
  return createClient(
    {
      provider: 'acme',
      title: 'Acme',
      baseUrl: `${vendor.url}/a/prefix`,
      keys: { apiKey: (key) => ['X-Acme-Key', key] },
    },
    { cuts },
    { apiKey: KEY },
  );
}

const received = ({ connections }: RawServer): string =>
  connections.map((connection) => connection.received).join('');
const refusal = (event: Either<JobError, unknown>): JobError => {
  if (!isLeft(event)) throw new Error('it was sent');
  return event.left;
};

beforeEach(async () => {
  const answer = bytesOf('200 OK', [], '{"id":"c1","state":"done"}');
  vendor = await startRawServer((socket) => socket.write(answer));
  stranger = await startRawServer((socket) => socket.write(answer));
});
afterEach(async () => {
  await vendor.close();
  await stranger.close();
});
expectCleanProcess();

const strange = (): string => `127.0.0.1:${stranger.port}`;

describe.each<readonly [what: string, path: () => unknown]>([
  ['another host', () => `//${strange()}/x`],
  ['a whole URL', () => `http://${strange()}/x`],
  ['a scheme without a host', () => `http:${strange()}/x`],
  ['a user name before another host', () => `@${strange()}/x`],
  ['a password before another host', () => `:secret@${strange()}/x`],
  ['more of the host’s name', () => '.evil.example/x'],
  ['another port', () => '0/x'],
  ['no slash at its beginning', () => 'cuts'],
  ['nothing', () => ''],
  ['no text at all', () => undefined],
  ['backslashes', () => `/\\${strange()}/x`],
  ['backslashes alone', () => `\\\\${strange()}\\x`],
  ['a segment that climbs', () => '/cuts/../../../admin'],
  ['a segment that climbs at its end', () => '/cuts/..'],
  ['a segment that climbs before a query', () => '/cuts/..?a=b'],
  ['an escaped segment that climbs', () => '/cuts/%2e%2E/%2e./admin'],
  ['a segment that stays', () => '/./cuts'],
  ['a segment that climbs over backslashes', () => '/cuts\\..\\admin'],
  ['a line break', () => '/cuts HTTP/1.1\r\nHost: evil.example\r\n\r\nGET /x'],
  ['a line break that parsers drop', () => `/\n/${strange()}/x`],
  ['a tab that parsers drop', () => '/cuts/.\t./admin'],
  ['a space', () => '/cuts /x'],
  ['a hash', () => '/cuts#x'],
])('a path with %s', (_what, path) => {
  it('is refused, for calls and creates alike, and no server hears of it', async () => {
    const input = { path: path() as string };
    const client = acme();
    const called = refusal(await firstValueFrom(client.cuts.said(input)));
    expect(called).toMatchObject({ _tag: 'InvalidInput', provider: 'acme', attempts: 0 });
    expect(called.message).toContain('path');
    const made = refusal(await firstValueFrom(client.cuts.run(input)));
    expect(made).toMatchObject({ _tag: 'InvalidInput', outcome: 'not-sent' });
    expect([vendor.connections, stranger.connections]).toEqual([[], []]);
  });
});

it.each([
  '/cuts',
  '/cuts/',
  '/cuts/a%2F..%2Fb',
  '/cuts/~..',
  '/cuts/...',
  '/cuts/.hidden/a..b',
  '/cuts?next=../x&from=//evil.example',
  '/cuts//twice',
  '/cuts/a:b@c',
])('a path such as %s goes out as it is, below the base URL', async (path) => {
  const event = await firstValueFrom(acme().cuts.said({ path }));
  expect(isLeft(event)).toBe(false);
  expect(received(vendor)).toMatch(/^GET /);
  expect(received(vendor).split(' ')[1]).toBe(`/a/prefix${path}`);
  expect(received(vendor)).toContain(KEY);
});

it('whatever a path is made of, it is refused or stays below the base URL', () => {
  const piece = fc.constantFrom(
    ...[
      '/',
      '\\',
      '.',
      '..',
      '%2e',
      '%2F',
      '%5c',
      '@',
      ':',
      '//',
      'a',
      '?',
      '#',
      '\r\n',
      '\t',
      ' ',
    ],
    ...['http:', 'https://evil.example', 'evil.example', '\u0000', 'é', '﹒', '[', ']', '%', '%00'],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const path = pieces.join('');
      if (pathIssues(path).length > 0) return;
      const url = new URL(`https://api.example:8443/a/prefix${path}`);
      expect(url.origin).toBe('https://api.example:8443');
      expect(url.pathname).toMatch(/^\/a\/prefix\//);
      expect([url.username, url.password, url.hash]).toEqual(['', '', '']);
    }),
    { numRuns: 5_000 },
  );
});
