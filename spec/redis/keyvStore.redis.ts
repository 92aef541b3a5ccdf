import { randomUUID } from 'node:crypto';
import { inspect } from 'node:util';
import KeyvRedis, { createClient, createKeyv } from '@keyv/redis';
import Keyv from 'keyv';
import { firstValueFrom, lastValueFrom, toArray } from 'rxjs';
import type { JobRecord, JobStore } from 'rushes';
import { isJobError, keyvStore } from 'rushes';
import { createCreatify } from 'rushes/creatify';
import { startSimulator, storeLaws } from 'rushes/testing';
import { AURORA_INPUT } from '../engine/bodies.js';
import { describeRestarts } from '../wire/stores/describeRestarts.js';
import { RedisLine } from './RedisLine.js';

const url = process.env['REDIS_URL'] ?? '';
const namespace = `rushes-spec-${randomUUID()}`;
const LOUD = { throwOnErrors: true };

const direct = createClient({ url });
const adapters: KeyvRedis<unknown>[] = [];
let spaces = 0;

/** An adapter as most people make it. */
function adapterAt(at: string, options = {}): KeyvRedis<unknown> {
  const adapter = new KeyvRedis<unknown>(at, options);
  adapters.push(adapter);
  return adapter;
}

/** A name that no other spec uses. */
const newSpace = (): string => `${namespace}-${(spaces += 1)}`;

const keysOf = (space: string): Promise<string[]> => direct.keys(`${space}*`);

const job = (id: string): JobRecord => ({
  v: 1,
  type: 'job',
  ref: { v: 1, provider: 'acme', kind: 'videos', id },
  phase: 'queued',
  updatedAt: 0,
});

const methodsOf = (store: JobStore): readonly Promise<unknown>[] => [
  firstValueFrom(store.get('job/a')),
  firstValueFrom(store.put('job/a', job('b'))),
  firstValueFrom(store.putIfAbsent('job/b', job('b'))),
  firstValueFrom(store.remove('job/a')),
  firstValueFrom(store.list('job/')),
];

async function expectFaults(works: readonly Promise<unknown>[]): Promise<void> {
  for (const { reason, status } of (await Promise.allSettled(works)) as {
    readonly status: string;
    readonly reason?: unknown;
  }[]) {
    expect(status).toBe('rejected');
    expect(isJobError(reason, 'StoreFault')).toBe(true);
    expect(inspect(reason, { depth: Infinity, showHidden: true })).not.toContain('canary');
  }
}

beforeAll(() => direct.connect());
afterEach(async () => {
  for (const adapter of adapters.splice(0)) await adapter.disconnect(true);
});
afterAll(async () => {
  const keys = await keysOf(namespace);
  if (keys.length > 0) await direct.del(keys);
  await direct.close();
});

describe.each<[string, () => Keyv]>([
  ['a Keyv', () => new Keyv(adapterAt(url), { ...LOUD, namespace: newSpace() })],
  [
    'a Keyv of createKeyv',
    () => {
      const keyv = createKeyv(url, { ...LOUD, namespace: newSpace() });
      adapters.push(keyv.store as KeyvRedis<unknown>);
      return keyv;
    },
  ],
])('a store over Redis in %s', (_, open) => {
  it.each(storeLaws)('$name', async ({ check }) => {
    await check(keyvStore(open()));
  });
});

describe('a store over Redis', () => {
  it('gives nothing a time to live, whatever the Keyv says', async () => {
    const space = newSpace();
    const keyv = new Keyv(adapterAt(url), { ...LOUD, namespace: space, ttl: 60_000 });
    await firstValueFrom(keyvStore(keyv).put('job/a', job('a')));
    const keys = await keysOf(space);
    expect(keys).toHaveLength(3);
    for (const key of keys) expect(await direct.pTTL(key)).toBe(-1);
  });

  it('lists all of a thousand jobs that were written at once', async () => {
    const store = keyvStore(new Keyv(adapterAt(url), { ...LOUD, namespace: newSpace() }));
    const jobs = Array.from({ length: 1_000 }, (_, index) => job(`j${index}`));
    await Promise.all(jobs.map((each) => firstValueFrom(store.put(`job/${each.ref.id}`, each))));
    const listed = await firstValueFrom(store.list('job/'));
    expect(listed).toHaveLength(jobs.length);
    expect(listed).toEqual(expect.arrayContaining(jobs));
  });

  it('does not take an error that the adapter only tells for absence', async () => {
    const space = newSpace();
    const adapter = adapterAt(url);
    expect(adapter.throwOnErrors).toBe(false);
    const store = keyvStore(new Keyv(adapter, { ...LOUD, namespace: space }));
    await firstValueFrom(store.put('job/a', job('a')));
    const [key = ''] = (await keysOf(space)).filter((name) => name.endsWith('job/a'));
    await direct.del(key);
    await direct.lPush(key, 'a list');
    await expectFaults([
      firstValueFrom(store.get('job/a')),
      firstValueFrom(store.putIfAbsent('job/a', job('b'))),
      firstValueFrom(store.list('')),
    ]);
    expect(await direct.lRange(key, 0, -1)).toEqual(['a list']);
  });
});

describe('a Redis that is away is a StoreFault,', () => {
  it('where nothing listens, and the client tries for ever', async () => {
    const nowhere = 'redis://:canary-password@127.0.0.1:1';
    await expectFaults(methodsOf(keyvStore(new Keyv(adapterAt(nowhere), LOUD))));
  });

  it.each([{}, LOUD, { throwOnConnectError: false }])(
    'and is used again once it is back (adapter with %j)',
    async (options) => {
      const line = new RedisLine(url);
      await line.mend();
      const keyv = new Keyv(adapterAt(line.url, options), { ...LOUD, namespace: newSpace() });
      const store = keyvStore(keyv);
      await firstValueFrom(store.put('job/a', job('a')));
      await line.cut();
      await expectFaults(methodsOf(store));
      await line.mend();
      for (let tries = 0; tries < 500; tries += 1) {
        const found = await firstValueFrom(store.get('job/a')).catch(() => 'away');
        if (found !== 'away') break;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      // What had begun when it went away may have been carried out since.
      await firstValueFrom(store.put('job/c', job('c')));
      expect(await firstValueFrom(store.list('job/c'))).toEqual([job('c')]);
      await line.cut();
    },
  );

  it('and nothing is paid for', async () => {
    const sim = await startSimulator();
    const line = new RedisLine(url);
    try {
      await line.mend();
      const keyv = new Keyv(adapterAt(line.url), { ...LOUD, namespace: newSpace() });
      const store = keyvStore(keyv);
      await firstValueFrom(store.list(''));
      await line.cut();
      const client = createCreatify({ ...sim.creatify.options, store });
      const run$ = client.aurora.run(AURORA_INPUT, { idempotencyKey: 'order-1' });
      const events = await lastValueFrom(run$.pipe(toArray()));
      expect(events).toMatchObject([{ left: { _tag: 'StoreFault', outcome: 'not-sent' } }]);
      expect(sim.creatify.requests).toEqual([]);
      await client.close();
    } finally {
      await line.cut();
      await sim.close();
    }
  });
});

describeRestarts('Redis', async () => {
  const space = newSpace();
  let adapter: KeyvRedis<unknown> | undefined;
  return {
    open: async () => {
      adapter = adapterAt(url);
      return keyvStore(new Keyv(adapter, { ...LOUD, namespace: space }));
    },
    close: async () => adapter?.disconnect(),
    dump: async () => {
      const keys = await keysOf(space);
      return [...keys, ...(await direct.mGet(keys))].join('\n');
    },
  };
});
