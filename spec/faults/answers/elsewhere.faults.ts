import { Agent } from 'node:https';
import axios from 'axios';
import type { VendorName } from 'rushes/testing';
import { LOCALHOST_CERTIFICATE } from '../../wire/http/localhostCertificate.js';
import { bytesOf } from '../../wire/http/rawServer.js';
import { commitsAnd, redirects } from '../bench/acts.js';
import type { Bench } from '../bench/Bench.js';
import type { Act } from '../bench/ModelServer.js';
import { works } from '../bench/ModelServer.js';
import { atEveryVendor, fault } from '../fault.js';
import type { Trial } from '../fault.js';

// Answers that point elsewhere, and heads that are more than an answer.

const STATUSES = [301, 302, 303, 307, 308] as const;

/** Where the vendor sends every request: one each, and an error. */
async function notFollowed(bench: Bench, vendor: VendorName, act: Act): Promise<void> {
  const { get, run, server, watch } = await bench.wire(vendor, act);
  const streams = [run(), get('a1'), watch('a2')].map((jobs$) => bench.see(jobs$));
  for (const seen of streams) {
    expect(await seen.ended).toEqual(['!UnexpectedRedirect', '|']);
    expect(seen.error).toMatchObject({ retryable: false, attempts: 1 });
  }
  expect([server.posts, server.looks]).toEqual([1, 2]);
}

fault('B20', {
  ...Object.fromEntries(
    STATUSES.map((status) => [
      `${status}`,
      async (bench: Bench) => {
        const stranger = await bench.stranger();
        await notFollowed(bench, 'creatify', redirects(status, `${stranger.url}/steal`));
        expect(stranger.connections).toEqual([]);
      },
    ]),
  ),
  ...atEveryVendor(async (bench, vendor) => {
    const stranger = await bench.stranger();
    await notFollowed(bench, vendor, redirects(302, `${stranger.url}/steal`));
    expect(stranger.connections).toEqual([]);
  }),
  'after the job was made: unknown': async (bench) => {
    const stranger = await bench.stranger();
    const { run, server } = await bench.wire('magicHour', {
      create: commitsAnd(redirects(302, `${stranger.url}/job`)),
    });
    const seen = bench.see(run());
    expect(await seen.ended).toEqual(['!UnexpectedRedirect', '|']);
    expect(seen.error).toMatchObject({ outcome: 'unknown', jobMayBeRunning: true });
    expect(server.posts).toBe(1);
    expect(stranger.connections).toEqual([]);
  },
});

const sameHost =
  (status: 307 | 308): Trial =>
  async (bench) => {
    const { run, server } = await bench.wire('creatify', {
      create: (asked) => redirects(status, `${asked.path}again/`)(asked),
      other: works,
    });
    const seen = bench.see(run());
    expect(await seen.ended).toEqual(['!UnexpectedRedirect', '|']);
    expect(seen.error).toMatchObject({ outcome: 'rejected', jobMayBeRunning: false });
    expect(server.asked.map(({ method }) => method)).toEqual(['POST']);
  };

fault('B21', { '307': sameHost(307), '308': sameHost(308) });

fault(
  'B22',
  atEveryVendor((bench, vendor) =>
    notFollowed(bench, vendor, (asked) => redirects(307, asked.path)(asked)),
  ),
);

/** Where a redirect may try to go, with the port of a host that listens. */
const TARGETS: readonly ((port: number) => string)[] = [
  (port) => `http://sub.localhost:${port}/`,
  (port) => `http://localhost:${port}/`,
  (port) => `//127.0.0.1:${port}/`,
  (port) => `http://user:word@127.0.0.1:${port}/`,
  () => 'file:///etc/passwd',
  () => 'http://169.254.169.254/latest/meta-data/',
  () => 'data:application/json,{"id":"a1"}',
];

fault('B23', {
  ...Object.fromEntries(
    TARGETS.map((target) => [
      target(0),
      async (bench: Bench) => {
        const stranger = await bench.stranger();
        await notFollowed(bench, 'aurous', redirects(302, target(stranger.port)));
        expect(stranger.connections).toEqual([]);
      },
    ]),
  ),
  'from https to http': async (bench) => {
    const stranger = await bench.stranger();
    const { run, server } = await bench.wire('creatify', redirects(307, `${stranger.url}/`), {
      server: { tls: true },
      http: axios.create({ httpsAgent: new Agent({ ca: LOCALHOST_CERTIFICATE }) }),
    });
    expect(await bench.ended(run())).toEqual(['!UnexpectedRedirect', '|']);
    expect(server.posts).toBe(1);
    expect(stranger.connections).toEqual([]);
  },
});

fault('B24', async (bench) => {
  let calls = 0;
  // What a browser gives for a redirect that was not followed: no status, no headers, no body.
  const opaque = async (): Promise<Response> => {
    calls += 1;
    return Response.error();
  };
  const http = axios.create({ adapter: 'fetch', env: { fetch: opaque } });
  const { get, run } = bench.open('sync', { baseUrl: 'https://vendor.example', http });
  const bought = bench.see(run());
  expect(await bought.ended).toEqual(['!UnexpectedRedirect', '|']);
  expect(bought.error).toMatchObject({ outcome: 'unknown', jobMayBeRunning: true });
  const looked = bench.see(get('a1'));
  expect(await looked.ended).toEqual(['!UnexpectedRedirect', '|']);
  expect(calls).toBe(2);
});

const HINTS =
  'HTTP/1.1 100 Continue\r\n\r\n' +
  'HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n';

const SWITCH = 'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n';

fault('B25', {
  ...atEveryVendor(async (bench, vendor) => {
    const { run, server } = await bench.wire(vendor, (asked) => {
      asked.socket.write(HINTS);
      return works(asked);
    });
    const seen = bench.see(run());
    expect((await seen.ended).at(-2)).toBe('succeeded');
    expect(server.minted).toEqual([seen.last.ref.id]);
  }),
  'another protocol instead of an answer': async (bench) => {
    const switches: Act = ({ socket }) => socket.write(SWITCH);
    const script = { create: commitsAnd(switches), look: [switches, works] };
    const { run, server, watch } = await bench.wire('creatify', script, { timeoutMs: 150 });
    expect(await bench.ended(run())).toEqual(['!SubmissionUnknown', '|']);
    expect(server.posts).toBe(1);
    expect(await bench.ended(watch('a1'))).toEqual(['succeeded', '|']);
  },
});

fault(
  'B28',
  atEveryVendor(async (bench, vendor) => {
    const cookies = ['Set-Cookie: session=abc; Path=/', 'Set-Cookie: other=def'];
    const { run, server } = await bench.wire(vendor, (asked) => {
      const { done, running } = asked.desk.words;
      const body = JSON.stringify(
        asked.job(asked.sort === 'look' && asked.nth > 2 ? done : running),
      );
      asked.socket.write(bytesOf('200 OK', cookies, body));
    });
    const seen = bench.see(run());
    expect((await seen.ended).at(-2)).toBe('succeeded');
    expect(server.looks).toBe(3);
    for (const { headers } of server.asked) expect(headers).not.toHaveProperty('cookie');
    expect(JSON.stringify(seen.values)).not.toContain('session=abc');
  }),
);
