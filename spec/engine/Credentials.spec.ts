import { inspect } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import { firstValueFrom } from 'rxjs';
import type { Vendor } from '../../src/contract/Vendor.js';
import type { KeySource } from '../../src/engine/Credentials.js';
import { Credentials } from '../../src/engine/Credentials.js';

const KEY = 'canary.key-7f3a91c25e60d84b19';

const ACME: Vendor = {
  provider: 'acme',
  title: 'Acme',
  baseUrl: 'https://acme.example',
  keys: {
    id: (id) => ['X-Api-Id', id],
    key: (key) => ['Authorization', `Bearer ${key}`],
  },
};

const BASIC: Vendor = {
  ...ACME,
  keys: { key: (key) => ['Authorization', `Basic ${btoa(`api:${key}`)}`] },
};

const open = (keys: Readonly<Record<string, KeySource>>, vendor = ACME): Credentials =>
  new Credentials(vendor, keys);

const headersOf = (credentials: Credentials) => firstValueFrom(credentials.headers('get'));

const masked = (credentials: Credentials, text: string, header = ''): readonly unknown[] => {
  const { body, headers } = credentials.maskAnswer({
    status: 200,
    headers: { 'x-echo': header },
    body: text,
  });
  return [body, headers['x-echo']];
};

describe('keys in use', () => {
  it.each<readonly [string, (credentials: Credentials) => string]>([
    ['inspect', (held) => inspect(held, { showHidden: true, depth: Infinity, getters: true })],
    ['inspect, as plain', (held) => inspect(held, { showHidden: true, customInspect: false })],
    ['JSON', (held) => JSON.stringify(held)],
    ['a clone', (held) => inspect(structuredClone(held), { showHidden: true })],
    ['what is written', (held) => inspect(deserialize(serialize(held)), { showHidden: true })],
    ['text', String],
    ['names and symbols', (held) => Reflect.ownKeys(held).join()],
    ['spread fields', (held) => JSON.stringify({ ...held })],
  ])('are not shown by %s', async (_how, shownBy) => {
    const held = open({ id: KEY, key: () => `${KEY}-made` });
    await headersOf(held);
    expect(held.secrets()).toEqual([`${KEY}-made`, KEY].sort((a, b) => a.length - b.length));
    expect(shownBy(held)).not.toContain('canary');
  });

  it('are masked in answers, in the body as in headers', async () => {
    const held = open({ id: KEY, key: `${KEY}/"2` });
    await headersOf(held);
    const echo = JSON.stringify({ id: 'a1', sent: [KEY, `${KEY}/"2`] });
    expect(masked(held, echo, `for ${KEY}`)).toEqual([
      '{"id":"a1","sent":["[redacted]","[redacted]"]}',
      'for [redacted]',
    ]);
  });

  it('are masked in the form that a vendor’s header gives them', async () => {
    const held = open({ key: KEY }, BASIC);
    const { Authorization: header = '' } = await headersOf(held);
    expect(header).toContain(btoa(`api:${KEY}`));
    expect(masked(held, `you sent ${header}`)).toEqual(['you sent Basic [redacted]', '']);
  });

  it('that are short stay in answers, where they may be words', async () => {
    const held = open({ id: 'an-id', key: 'running' });
    await headersOf(held);
    expect(masked(held, '{"status":"running"}')).toEqual(['{"status":"running"}', '']);
  });

  it('are masked however often the others have changed', async () => {
    let made = 0;
    const held = open({ id: KEY, key: () => `canary.made-${(made += 1)}-7f3a91c25e60d84b19` });
    for (let asked = 0; asked < 200; asked += 1) {
      const sent = Object.values(await headersOf(held)).map((text) => text.replace('Bearer ', ''));
      expect(masked(held, sent.join())).toEqual(['[redacted],[redacted]', '']);
    }
    expect(held.secrets()).toHaveLength(64);
  });
});
