import axios from 'axios';
import { EMPTY } from 'rxjs';
import type { HttpPort, Limiter } from 'rushes';
import { tokenBucket } from 'rushes';
import { virtualTime } from 'rushes/testing';
import type { ClientOptions } from '../../src/clients/ClientOptions.js';
import { limitsFor } from '../../src/clients/limitsFor.js';
import type { KeySource } from '../../src/engine/Credentials.js';
import type { Limits } from '../../src/engine/Limits.js';
import { creatify } from '../../src/providers/creatify/creatify.js';
import { sync } from '../../src/providers/sync/sync.js';

type Keys = Readonly<Record<string, KeySource>>;

const HERE = 'https://api.example';
const KEYS = { apiId: 'an-id', apiKey: 'a-key' };
const port = (): HttpPort => ({ send: () => EMPTY });

const limits = (
  keys: Keys = KEYS,
  options: ClientOptions = {},
  baseUrl = HERE,
  vendor = creatify,
): Limits => limitsFor(vendor, baseUrl, options)(undefined, keys);

/** Kept for as long as the specs run: what nobody holds is gone. */
const shared = limits();

describe('clients of one key at one address', () => {
  it('share buckets and the line for slots', () => {
    const again = limits({ ...KEYS });
    expect(again.limiter).toBe(shared.limiter);
    expect(again.slots).toBe(shared.slots);
  });

  it('share them whichever way axios is given', () => {
    expect(limits(KEYS, { http: axios.create() }).limiter).toBe(shared.limiter);
  });

  it('share them if one function gives the key, and not if two do', () => {
    const apiKey = (): string => 'a-key';
    const one = limits({ ...KEYS, apiKey });
    expect(limits({ ...KEYS, apiKey }).limiter).toBe(one.limiter);
    expect(limits({ ...KEYS, apiKey: () => 'a-key' }).limiter).not.toBe(one.limiter);
    expect(one.limiter).not.toBe(shared.limiter);
  });

  it('share them with an account of another client that has this key', () => {
    const other = limitsFor(creatify, HERE, {});
    expect(other('studio-b', KEYS).limiter).toBe(shared.limiter);
    expect(other('studio-b', { ...KEYS, apiKey: 'b' }).limiter).not.toBe(shared.limiter);
  });

  it('share them on one port of the user’s, and not on two', () => {
    const http = port();
    const one = limits(KEYS, { http });
    expect(limits(KEYS, { http }).limiter).toBe(one.limiter);
    expect(limits(KEYS, { http: port() }).limiter).not.toBe(one.limiter);
    expect(one.limiter).not.toBe(shared.limiter);
  });
});

describe('clients share nothing', () => {
  it.each<readonly [string, () => Limits]>([
    ['of different keys', () => limits({ ...KEYS, apiKey: 'another-key' })],
    [
      'whose keys are the same, but the other way round',
      () => limits({ apiId: 'a-key', apiKey: 'an-id' }),
    ],
    ['at different addresses', () => limits(KEYS, {}, 'https://preprod.example')],
    ['of different vendors', () => limits(KEYS, {}, HERE, sync as never)],
    ['in virtual time', () => limits(KEYS, { scheduler: virtualTime().scheduler })],
    ['with chance of their own', () => limits(KEYS, { random: () => 0.5 })],
  ])('%s', (_what, other) => {
    expect(other().limiter).not.toBe(shared.limiter);
    expect(other().slots).not.toBe(shared.slots);
  });

  it('where a proxy adds the key: it may be another for each of them', () => {
    const keys = { apiId: 'an-id', apiKey: null };
    expect(limits(keys).limiter).not.toBe(limits(keys).limiter);
  });

  it('where the user gave a limiter, which is used instead', () => {
    const acquired: string[] = [];
    const inner = tokenBucket({ perMinute: 60, burst: 1 });
    const limiter: Limiter = {
      ...inner,
      acquire: (bucket, priority, urgency) => {
        acquired.push(`${bucket.name} ${priority ?? ''} ${urgency?.() ?? ''}`);
        return inner.acquire(bucket, priority, urgency);
      },
    };
    const open = limitsFor(creatify, HERE, { limiter });
    const looks = { name: 'looks', perMinute: 60, burst: 1 };
    for (const account of [undefined, 'studio-b']) {
      const own = open(account, KEYS);
      own.limiter.acquire(looks, 'look', () => 7).subscribe();
      expect(own.slots).not.toBe(shared.slots);
    }
    expect(acquired).toEqual(['looks look 7', 'studio-b/looks look 7']);
  });
});
