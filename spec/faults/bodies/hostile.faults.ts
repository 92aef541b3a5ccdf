import { tmpdir } from 'node:os';
import { isJobError, toResult } from 'rushes';
import type { Asset } from 'rushes';
import { download } from 'rushes/node';
import type { VendorName } from 'rushes/testing';
import { KEYS, URL_CANARY } from '../../wire/secrets/canaries.js';
import { answers, commitsAnd } from '../bench/acts.js';
import { DESKS } from '../bench/desks.js';
import type { Act } from '../bench/ModelServer.js';
import { works } from '../bench/ModelServer.js';
import { atEveryVendor, fault } from '../fault.js';
import { named } from '../variants.js';

// Bodies that would lead somewhere, show something or fill a log.

const STRANGE_IDS = [
  '',
  '.',
  '..',
  '../../v1/keys',
  'a/b',
  'a\\b',
  'a?b=c',
  'a#b',
  '%2e%2e',
  'a%2fb',
  'a\nb',
  'a\r\nX-Other: 1',
  'a\u0000b',
  ' a',
  '-a',
  'ключ',
  'https://evil.example/a',
  '//evil.example',
  'x'.repeat(257),
  'x'.repeat(10_240),
];

fault('C15', {
  ...named(
    'of a create',
    atEveryVendor(async (bench, vendor) => {
      for (const id of STRANGE_IDS) {
        const { body, words } = DESKS[vendor];
        const create = commitsAnd(answers('201 Created', body(id, words.running)));
        const { run, server } = await bench.wire(vendor, { create });
        const seen = bench.see(run());
        expect([id, await seen.ended]).toEqual([id, ['!SubmissionUnknown', '|']]);
        // No request but creates: no URL was made of it.
        expect(server.asked).toHaveLength(server.posts);
        expect(server.minted).toHaveLength(1);
        const { candidates } = isJobError(seen.error, 'SubmissionUnknown')
          ? seen.error
          : { candidates: [] };
        // A person may look it up: as it came, but bounded.
        const reported = candidates.map((ref) => ref.id);
        if (id === '') expect(reported).toEqual([]);
        else if (!id.includes('://')) expect([id.slice(0, 256), undefined]).toContain(reported[0]);
      }
    }),
  ),
  ...named(
    'of the user',
    atEveryVendor(async (bench, vendor) => {
      const { get, watch, server } = await bench.wire(vendor, works);
      for (const id of [...STRANGE_IDS, undefined, null, 5, {}]) {
        for (const look$ of [get(id as string), watch(id as string)]) {
          expect([id, await bench.ended(look$)]).toEqual([id, ['!InvalidInput', '|']]);
        }
      }
      expect(server.connections).toEqual([]);
    }),
  ),
});

const MEGABYTES = 'All work and no play. '.repeat(250_000);

/** Why a job failed, at length. */
const LONG_REASONS: Readonly<Record<VendorName, object>> = {
  creatify: { failed_reason: MEGABYTES },
  sync: { error: MEGABYTES },
  magicHour: { error: { code: 'bad', message: MEGABYTES } },
  aurous: { error_message: MEGABYTES },
};

fault('C19', {
  ...named(
    'of a refusal',
    atEveryVendor(async (bench, vendor) => {
      const refusal = JSON.stringify(DESKS[vendor].vault.refusal('CODE', 'MESSAGE'));
      const create = [
        answers('400 Bad Request', refusal.replace('MESSAGE', MEGABYTES)),
        answers('400 Bad Request', refusal.replace('CODE', MEGABYTES)),
        answers('400 Bad Request', MEGABYTES),
        answers('400 Bad Request', { [MEGABYTES]: ['bad'] }),
      ];
      const { run, server } = await bench.wire(vendor, { create });
      while (server.posts < create.length) {
        const seen = bench.see(run());
        expect(await seen.ended).toEqual(['!Rejected', '|']);
        expect(seen.error.message.length).toBeLessThanOrEqual(500);
        expect(JSON.stringify(seen.error).length).toBeLessThan(4_000);
      }
    }),
  ),
  ...named(
    'of a job',
    atEveryVendor(async (bench, vendor) => {
      const { body, words } = DESKS[vendor];
      const look = answers('200 OK', { ...body('a1', words.failed), ...LONG_REASONS[vendor] });
      const { watch } = await bench.wire(vendor, { look });
      const result = bench.see(watch('a1').pipe(toResult()));
      expect(await result.ended).toEqual(['!JobFailed', '|']);
      expect(result.error.message.length).toBeLessThanOrEqual(500);
    }),
  ),
});

const SIGNED = `https://files.example/a.mp4?X-Amz-Signature=${URL_CANARY}&Signature=${URL_CANARY}`;

/** What a vendor says that repeats what it was sent: in words, in its code, as JSON in JSON, on a page. */
const echoes = (vendor: VendorName): readonly Act[] => {
  const { vault } = DESKS[vendor];
  const [key = ''] = Object.values(vault.keys).slice(-1);
  const said = `the key ${key} may not read ${SIGNED}`;
  const escaped = [...key].map((sign) => `\\u00${sign.charCodeAt(0).toString(16)}`).join('');
  return (['400 Bad Request', '401 Unauthorized', '409 Conflict', '500 Oops'] as const).flatMap(
    (status) => [
      answers(status, vault.refusal('bad', said)),
      answers(status, vault.refusal(key, SIGNED)),
      answers(status, vault.refusal('bad', JSON.stringify({ headers: { 'x-api-key': key } }))),
      answers(status, `{"detail":"${escaped}","message":"${escaped}"}`),
      answers(status, `<html><title>${said}</title></html>`),
      answers(status, said, [`X-Request-Id: ${key}`]),
    ],
  );
};

// That nothing of it is shown is what the oracles judge.
fault('C20', {
  ...named(
    'on a create',
    atEveryVendor(async (bench, vendor) => {
      for (const create of echoes(vendor)) {
        const { run } = await bench.wire(vendor, { create });
        const seen = bench.see(run());
        await seen.ended;
        expect(seen.errors).toHaveLength(1);
      }
    }),
  ),
  ...named(
    'on a look',
    atEveryVendor(async (bench, vendor) => {
      const shown: string[] = [];
      for (const look of echoes(vendor)) {
        const { get } = await bench.wire(vendor, { look });
        const seen = bench.see(get('a1'));
        await seen.ended;
        shown.push(seen.error.message);
      }
      // What else is said stays.
      expect(shown.filter((message) => /the key \S+ may not read/.test(message))).not.toEqual([]);
    }),
  ),
  ...named(
    'in a body that is no job',
    atEveryVendor(async (bench, vendor) => {
      for (const text of [KEYS.join(' '), JSON.stringify({ id: 5, status: KEYS, url: SIGNED })]) {
        const { get } = await bench.wire(vendor, { look: answers('200 OK', text) });
        expect(await bench.ended(get('a1'))).toEqual(['!Undecodable', '|']);
      }
    }),
  ),
});

/** A finished job with its file at this address. */
const withOutput = (vendor: VendorName, url: string): object => {
  const { body, words } = DESKS[vendor];
  const text = JSON.stringify(body('a1', words.done));
  const own = /https:\/\/files\.[^"]+/.exec(text)?.[0] ?? '';
  return JSON.parse(text.replaceAll(own, () => JSON.stringify(url).slice(1, -1))) as object;
};

const NO_WEB_URLS = [
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'file:///etc/passwd',
  'ftp://files.example/a.mp4',
  '//evil.example/a.mp4',
  '/etc/passwd',
  ' https://files.example/a.mp4',
  '',
];

fault('C23', {
  ...named(
    'of another scheme: no output at all',
    atEveryVendor(async (bench, vendor) => {
      for (const url of NO_WEB_URLS) {
        const look = answers('200 OK', withOutput(vendor, url));
        const { get } = await bench.wire(vendor, { look });
        const seen = bench.see(get('a1'));
        await seen.ended;
        expect(seen.last.assets).toEqual([]);
        expect(JSON.stringify(seen.last.output ?? null)).not.toMatch(/alert|passwd|evil|ftp:/);
      }
    }),
  ),
  ...named(
    'of a private address or with a password: shown, and not fetched',
    atEveryVendor(async (bench, vendor) => {
      const stranger = await bench.stranger();
      const host = stranger.url.replace('http://', '');
      const urls = [
        `http://${host}/a.mp4`,
        `https://${host}/a.mp4`,
        `http://user:word@${host}/a.mp4`,
        `https://user:word@files.example/a.mp4`,
        'http://169.254.169.254/latest/meta-data',
        'https://[::1]/a.mp4',
      ];
      for (const url of urls) {
        const look = answers('200 OK', withOutput(vendor, url));
        const { watch } = await bench.wire(vendor, { look });
        const seen = bench.see(watch('a1'));
        expect(await seen.ended).toEqual(['succeeded', '|']);
        const [asset] = seen.last.assets;
        expect(asset?.url).toBe(url);
        const saved = bench.see(download(asset as Asset, tmpdir()));
        expect([url, await saved.ended]).toEqual([url, ['!InvalidInput', '|']]);
      }
      expect(stranger.connections).toEqual([]);
    }),
  ),
});
