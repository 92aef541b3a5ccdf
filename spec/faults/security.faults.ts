import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JobErrorTag } from 'rushes';
import { isJobError, outputOf } from 'rushes';
import { createAurous } from 'rushes/aurous';
import { createCreatify } from 'rushes/creatify';
import { createMagicHour } from 'rushes/magic-hour';
import { download, fileStore } from 'rushes/node';
import { createSync } from 'rushes/sync';
import type { VendorName } from 'rushes/testing';
import { ROOT } from '../house/runTool.js';
import type { Lock } from '../package/lockIssues.js';
import { lockIssues } from '../package/lockIssues.js';
import type { Manifest } from '../package/manifestIssues.js';
import { manifestIssues } from '../package/manifestIssues.js';
import { KEYS, URL_CANARY } from '../wire/secrets/canaries.js';
import { expectUnreachable } from '../wire/secrets/expectUnreachable.js';
import { commitsAnd, ends, hangs, redirects, resets, shows } from './bench/acts.js';
import type { Bench } from './bench/Bench.js';
import { DESKS, VENDORS } from './bench/desks.js';
import { echoOf } from './bench/echoOf.js';
import type { Act } from './bench/ModelServer.js';
import { atEveryVendor, fault } from './fault.js';
import type { Trial } from './fault.js';

// Keys: what could show one, send one elsewhere, or make one do what it is not for.

type Keys = Readonly<Record<string, unknown>>;

const CREATORS: Readonly<Record<VendorName, (options: never) => unknown>> = {
  creatify: createCreatify,
  sync: createSync,
  magicHour: createMagicHour,
  aurous: createAurous,
};

/** Makes a client as a user does, with whatever for its keys and options. */
const make = (vendor: VendorName, options: Keys): unknown =>
  CREATORS[vendor]({ ...DESKS[vendor].vault.keys, ...options } as never);

const withKeys = (vendor: VendorName, key: unknown): Keys =>
  Object.fromEntries(Object.keys(DESKS[vendor].vault.keys).map((name) => [name, key]));

/** An answer that shows all that the request told, as text, in JSON, and in its head. */
const echoes =
  (status: string): Act =>
  (asked) => {
    const { desk } = asked;
    const echo = echoOf(desk.vendor);
    const headers = ['x-request-id', 'aurous-request-id', 'x-echo'].map(
      (name) => `${name}: ${echo}`,
    );
    asked.answer(status, desk.vault.refusal(echo, `${echo} ${JSON.stringify({ echo })}`), headers);
  };

/** The same, after a create has made its job. */
const made =
  (act: Act): Act =>
  (asked) =>
    asked.sort === 'create' ? commitsAnd(act)(asked) : act(asked);

/** Ways to fail, and the tags of a look and of a create that meet them. */
const FAILURES: Readonly<Record<string, readonly [Act, JobErrorTag, JobErrorTag]>> = {
  '400': [echoes('400 Bad Request'), 'Rejected', 'Rejected'],
  '401': [echoes('401 Unauthorized'), 'Unauthorized', 'Unauthorized'],
  '402': [echoes('402 Payment Required'), 'PaymentRequired', 'PaymentRequired'],
  '404': [echoes('404 Not Found'), 'NotFound', 'NotFound'],
  '422': [echoes('422 Unprocessable'), 'Rejected', 'Rejected'],
  '429': [echoes('429 Too Many'), 'RateLimited', 'RateLimited'],
  '500': [made(echoes('500 Broken')), 'ServerFault', 'SubmissionUnknown'],
  'an answer of another shape': [made(echoes('200 OK')), 'Undecodable', 'SubmissionUnknown'],
  'a page': [
    made((asked) => asked.answer('200 OK', `<title>${echoOf(asked.desk.vendor)}</title>`)),
    'Undecodable',
    'SubmissionUnknown',
  ],
  'a redirect': [
    redirects(307, `https://elsewhere.example/?key=${URL_CANARY}`),
    'UnexpectedRedirect',
    'UnexpectedRedirect',
  ],
  'a reset': [made(resets), 'NetworkFault', 'SubmissionUnknown'],
  'an end': [made(ends), 'NetworkFault', 'SubmissionUnknown'],
  silence: [made(hangs), 'TimedOut', 'SubmissionUnknown'],
};

async function failsUnseen(bench: Bench, vendor: VendorName, how: string): Promise<void> {
  const [act, looked, bought] = FAILURES[how]!;
  const timeoutMs = how === 'silence' ? 60 : 5_000;
  const { client, get, run } = await bench.wire(vendor, act, { timeoutMs });
  const streams = [get('a1'), run({ whenLimited: 'fail' })].map((job$) => bench.see(job$));
  const [seen, made] = streams;
  await Promise.all(streams.map(({ ended }) => ended));
  expect([seen?.error._tag, made?.error._tag]).toEqual([looked, bought]);
  expectUnreachable('errors, client and diagnostics', [
    seen?.error,
    made?.error,
    client,
    bench.told,
  ]);
}

fault('J1', {
  ...Object.fromEntries(
    VENDORS.flatMap((vendor) =>
      Object.keys(FAILURES).map((how) => [
        `${vendor}: ${how}`,
        (bench: Bench) => failsUnseen(bench, vendor, how),
      ]),
    ),
  ),
  'aborted, timed out, closed': async (bench) => {
    const { client, get, watch } = await bench.wire('creatify', { look: shows('running') });
    const reason = new Error(echoOf('creatify'));
    const aborted = await bench.thrownBy(() =>
      outputOf(watch('a1') as never, { signal: AbortSignal.abort(reason) }),
    );
    const late = bench.see(watch('a2', { deadlineMs: 20 }));
    await late.ended;
    await client.close();
    const closed = bench.see(get('a3'));
    await closed.ended;
    const errors = [aborted, late.error, closed.error];
    expect(errors.map(({ _tag }) => _tag)).toEqual(['Aborted', 'DeadlineExceeded', 'Closed']);
    expectUnreachable('the errors', errors);
  },
});

const BAD_KEYS: Readonly<Record<string, string>> = {
  'a line break': 'canary\r\nX-Evil: 1',
  'a tab': 'canary\tkey',
  NUL: 'canary\u0000key',
  'other letters': 'canary-ключ',
  'an emoji': 'canary-🔑',
  'a space': 'canary key',
  'a space at its end': 'canary-key ',
  nothing: '',
  'too much': 'canary'.repeat(100),
};

fault('J2', {
  ...Object.fromEntries(
    Object.entries(BAD_KEYS).map(([what, key]): readonly [string, Trial] => [
      what,
      async (bench) => {
        for (const vendor of VENDORS) {
          const error = await bench.thrownBy(() => make(vendor, withKeys(vendor, key)));
          expect(error).toMatchObject({ _tag: 'InvalidInput' });
          expect(JSON.stringify([error, error.message, error.stack])).not.toContain('canary');
        }
      },
    ]),
  ),
  'each of them, from a function': async (bench) => {
    for (const vendor of VENDORS) {
      for (const key of [...Object.values(BAD_KEYS), 7, undefined]) {
        const { get, server } = await bench.wire(
          vendor,
          {},
          withKeys(vendor, () => key),
        );
        const seen = bench.see(get('a1'));
        expect(await seen.ended).toEqual(['!InvalidInput', '|']);
        expect(JSON.stringify([seen.error, seen.error.message])).not.toContain('canary');
        expect(server.asked).toEqual([]);
      }
    }
  },
});

const keyOf = (vendor: VendorName): string => Object.values(DESKS[vendor].vault.keys)[0]!;

fault(
  'J3',
  atEveryVendor(async (bench, vendor) => {
    const key = keyOf(vendor);
    const { get, open, run, server, watch } = await bench.wire(vendor);
    const named = open({ baseUrl: `${server.url}/${key}` });
    const streams = [
      watch(key),
      get(`job-${key}`),
      run({ idempotencyKey: key }),
      run({ extraBody: { note: [`for ${key}`] } }),
      run({ extraBody: { [key]: 1 } }),
      named.get('a1'),
    ].map((job$) => bench.see(job$));
    for (const seen of streams) {
      expect(await seen.ended).toEqual(['!InvalidInput', '|']);
      expect(seen.error.message).toContain('its value is not shown here');
    }
    expect(server.asked).toEqual([]);
    const error = await bench.thrownBy(() => make(vendor, { account: key }));
    expect(isJobError(error, 'InvalidInput') && error.issues[0]?.path).toBe('account');
  }),
);

const BAD_IDS = [
  ...[
    '',
    '.',
    '..',
    'a..b',
    '../a',
    'a/b',
    'a\\b',
    '/a',
    '%2e%2e',
    'a%2Fb',
    'a?b=1',
    'a#b',
    '?',
    '#',
  ],
  ...['a b', ' a', 'a\n', 'a\r\nX-Evil: 1', 'a\u0000', 'ж', '-a', '_a', 'a'.repeat(10_000)],
  ...['https://evil.example/', '//evil.example', 'a@evil.example'],
];

/** The family that `watch` and `get` of a desk ask. */
const FAMILIES: Readonly<Record<VendorName, { readonly provider: string; readonly kind: string }>> =
  {
    creatify: { provider: 'creatify', kind: 'aurora' },
    sync: { provider: 'sync', kind: 'generations' },
    magicHour: { provider: 'magic-hour', kind: 'videos' },
    aurous: { provider: 'aurous', kind: 'characters' },
  };

fault(
  'J5',
  atEveryVendor(async (bench, vendor) => {
    const { client, get, server, watch } = await bench.wire(vendor);
    for (const id of BAD_IDS) {
      const ref = { v: 1, ...FAMILIES[vendor], id } as const;
      const refused = [watch(id), get(id), client.watch(ref)].map((job$) => bench.see(job$));
      for (const seen of [...refused, bench.see(client.refresh(ref))]) {
        expect([id, await seen.ended]).toEqual([id, ['!InvalidInput', '|']]);
      }
    }
    // The id itself is not what is wrong.
    const good = bench.see(get('a1'));
    expect(await good.ended).toEqual(['running', '|']);
    expect(server.asked).toHaveLength(1);
  }),
);

const BAD_BASES = [
  'http://evil.example',
  'http://10.0.0.1',
  'http://127.0.0.1.evil.example',
  'http://localhost.evil.example',
  'ftp://api.example',
  '//evil.example',
  'https://user:password@evil.example',
  'https://api.example@evil.example',
  'https://api.example/?next=evil.example',
  'https://api.example/#evil.example',
  'https://api.example/../admin',
  'https://api.example/%2e%2e/admin',
  'https://api.example\\@evil.example',
];

/** A job whose every address is another host's. */
const pointsTo =
  (origin: string): Act =>
  (asked) => {
    const { done } = asked.desk.words;
    const elsewhere = `${origin}/steal?key=${URL_CANARY}`;
    const links = { next: elsewhere, url: elsewhere, self: elsewhere, baseUrl: origin };
    const headers = [`Link: <${elsewhere}>; rel="next"`, `Content-Location: ${elsewhere}`];
    asked.answer('200 OK', { ...asked.job(done), ...links }, headers);
  };

fault('J7', {
  'bases that are refused': async (bench) => {
    for (const vendor of VENDORS) {
      for (const baseUrl of BAD_BASES) {
        const error = await bench.thrownBy(() => make(vendor, { baseUrl }));
        const [issue] = isJobError(error, 'InvalidInput') ? error.issues : [];
        expect([baseUrl, issue?.path]).toEqual([baseUrl, 'baseUrl']);
      }
    }
  },
  ...atEveryVendor(async (bench, vendor) => {
    const stranger = await bench.stranger();
    const { get, run, server, watch } = await bench.wire(vendor, pointsTo(stranger.url));
    for (const job$ of [run(), get('a1'), watch('a2')]) {
      expect((await bench.ended(job$)).at(-2)).toBe('succeeded');
    }
    expect(server.asked.length).toBeGreaterThanOrEqual(3);
    expect(stranger.connections).toEqual([]);
  }),
});

const PRIVATE = [
  'https://127.0.0.1/a.mp4',
  'https://2130706433/a.mp4',
  'https://0x7f.1/a.mp4',
  'https://0.0.0.0/a.mp4',
  'https://10.1.2.3/a.mp4',
  'https://172.16.0.1/a.mp4',
  'https://192.168.1.1/a.mp4',
  'https://169.254.169.254/latest/meta-data/',
  'https://100.64.0.1/a.mp4',
  'https://[::1]/a.mp4',
  'https://[::ffff:169.254.169.254]/a.mp4',
  'https://[fd00:ec2::254]/a.mp4',
  'https://[fe80::1]/a.mp4',
  'https://[64:ff9b::a9fe:a9fe]/a.mp4',
  'http://files.example/a.mp4',
  'file:///etc/passwd',
  'https://me:pa55word@files.example/a.mp4',
];

fault('J9', async (bench) => {
  const dir = mkdtempSync(join(tmpdir(), 'rushes-private-'));
  bench.closeLater(async () => rmSync(dir, { recursive: true }));
  const stranger = await bench.stranger();
  const open = [`https://localhost:${stranger.port}/a.mp4`, `${stranger.url}/a.mp4`];
  for (const url of [...PRIVATE, ...open]) {
    const asset = { url, type: 'video', role: 'output' } as const;
    const seen = bench.see(download(asset, dir, { attempts: 1 }));
    expect([url, await seen.ended]).toEqual([url, ['!InvalidInput', '|']]);
    expect(JSON.stringify(seen.error)).not.toContain('pa55word');
  }
  expect(stranger.connections).toEqual([]);
  expect(readdirSync(dir)).toEqual([]);
});

fault('J10', async (bench) => {
  const wired = await Promise.all(VENDORS.map((vendor) => bench.wire(vendor)));
  await Promise.all(
    wired.flatMap(({ get, run, watch }) =>
      [run(), get('a1'), watch('a2')].map((job$) => bench.ended(job$)),
    ),
  );
  wired.forEach(({ server }, index) => {
    const own = Object.values(DESKS[VENDORS[index]!].vault.keys);
    const received = server.connections.map((connection) => connection.received).join('');
    expect(KEYS.filter((key) => received.includes(key))).toEqual(own);
    for (const { headers, path, body } of server.asked) {
      const bearing = Object.entries(headers).filter(([, value]) =>
        own.some((key) => value.includes(key)),
      );
      expect(bearing).toHaveLength(own.length);
      expect(own.some((key) => `${path} ${body}`.includes(key))).toBe(false);
    }
  });
});

/** All that a line of a log may be made of. */
const TOLD = [
  ...['type', 'provider', 'operation', 'ref', 'method', 'path', 'status', 'durationMs'],
  ...['afterMs', 'reason', 'bucket', 'tag', 'message'],
];

fault(
  'J11',
  atEveryVendor(async (bench, vendor) => {
    const { client, get, run, watch } = await bench.wire(vendor, {
      create: [echoes('500 Broken'), shows('running')],
      look: [echoes('429 Too Many'), shows('running'), echoes('503 Busy'), shows('done')],
      other: echoes('500 Broken'),
    });
    await Promise.all([run(), run(), watch('a1'), get('a2')].map((job$) => bench.ended(job$)));
    await client.close();
    expect(bench.told.length).toBeGreaterThan(8);
    for (const event of bench.told) {
      expect(Object.keys(event).filter((name) => !TOLD.includes(name))).toEqual([]);
      if (event.type === 'request') expect(event.path).toMatch(/^\/[\w/.-]*$/);
    }
    expect(JSON.stringify(bench.told)).not.toMatch(/canary|https?:|bearer|media\.example/i);
  }),
);

const ownFile = (name: string): unknown => JSON.parse(readFileSync(join(ROOT, name), 'utf8'));

fault('J12', {
  'what is installed with it': () => {
    expect(manifestIssues(ownFile('package.json') as Manifest)).toEqual([]);
    expect(lockIssues(ownFile('package-lock.json') as Lock)).toEqual([]);
  },
  // What npm makes of it is read in spec/package/supplyChain.spec.ts, which builds it first.
  'what is packed into it': () => {
    const { files } = ownFile('package.json') as Manifest;
    expect(files).toEqual(['dist', '!dist/*.tsbuildinfo', 'src', 'CHANGELOG.md']);
    const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' });
    expect(sources.filter((file) => /spec|fixture|\.env|\.json$|(?:^|\/)\./.test(file))).toEqual(
      [],
    );
  },
});

fault(
  'J14',
  atEveryVendor(async (bench, vendor) => {
    const root = mkdtempSync(join(tmpdir(), 'rushes-secret-store-'));
    bench.closeLater(async () => rmSync(root, { recursive: true }));
    const folder = join(root, 'store');
    const { run, watch } = await bench.wire(
      vendor,
      { create: [shows('running'), echoes('500 Broken')], look: shows('done') },
      { store: fileStore(folder) },
    );
    for (const job$ of [run(), run(), watch('a1')]) await bench.ended(job$);
    expect((statSync(folder).mode & 0o777).toString(8)).toBe('700');
    const names = readdirSync(folder);
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) {
      const file = join(folder, name);
      expect([name, (statSync(file).mode & 0o777).toString(8)]).toEqual([name, '600']);
      bench.keep(name, readFileSync(file, 'utf8'));
    }
  }),
);

const page = globalThis as { document?: unknown };

fault(
  'J15',
  atEveryVendor(async (bench, vendor) => {
    const { open, server } = await bench.wire(vendor);
    const warnings = () => bench.told.filter(({ type }) => type === 'anomaly');
    page.document = {};
    try {
      open();
      expect(warnings()).toMatchObject([{ provider: FAMILIES[vendor].provider }]);
      const proxied = open(withKeys(vendor, null));
      await Promise.all([proxied.run(), proxied.get('a1')].map((job$) => bench.ended(job$)));
      expect(warnings()).toHaveLength(1);
    } finally {
      delete page.document;
    }
    const received = server.connections.map((connection) => connection.received).join('');
    expect(server.asked.length).toBeGreaterThan(2);
    expect(KEYS.filter((key) => received.includes(key))).toEqual([]);
    expect(received).not.toMatch(/^(?:x-api-key|x-api-id|authorization):/im);
  }),
);
