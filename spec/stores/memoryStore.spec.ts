import { firstValueFrom, of } from 'rxjs';
import type {
  JobRecord,
  JobStore,
  StoreRecord,
  SubmissionIntent,
} from '../../src/contract/JobStore.js';
import type { Phase } from '../../src/model/Phase.js';
import { memoryStore } from '../../src/stores/memoryStore.js';
import { storeLaws } from '../../src/testing/storeLaws.js';

const job = (id: string, phase: Phase): JobRecord => ({
  v: 1,
  type: 'job',
  ref: { v: 1, provider: 'acme', kind: 'videos', id },
  phase,
  updatedAt: 0,
});
const intent = (intentId: string, state: SubmissionIntent['state']): SubmissionIntent => ({
  v: 1,
  type: 'intent',
  intentId,
  provider: 'acme',
  kind: 'videos',
  operation: 'videos.run',
  inputHash: 'h',
  createdAt: 0,
  state,
});

/** What a synchronous Observable gives, by the end of the line. */
function now<T>(source: { subscribe(next: (value: T) => void): unknown }): T {
  const seen: T[] = [];
  source.subscribe((value) => seen.push(value));
  expect(seen).toHaveLength(1);
  return seen[0]!;
}

const keys = (store: JobStore, prefix = ''): readonly string[] =>
  now(store.list(prefix)).map((record) =>
    record.type === 'intent'
      ? record.intentId
      : record.type === 'job'
        ? record.ref.id
        : record.kind,
  );

describe('memoryStore keeps every law of a store:', () => {
  it.each(storeLaws)('it $name', async ({ check }) => {
    await check(memoryStore());
  });
});

describe('each law finds a store that breaks it:', () => {
  const broken: Readonly<Record<string, (good: JobStore) => Partial<JobStore>>> = {
    'gives back what was put, and nothing for a key that was not': (good) => ({
      get: () => good.get('never'),
    }),
    'does nothing before it is subscribed to': (good) => ({
      put: (key, record) => {
        good.put(key, record).subscribe();
        return good.put(key, record);
      },
    }),
    'lets exactly one of many writers at once put an absent record': (good) => ({
      putIfAbsent: (key, record) => {
        const before = good.get(key);
        good.put(key, record).subscribe();
        return before;
      },
    }),
    'lists the records of a prefix, oldest first': (good) => ({
      put: (key, record) => {
        good.remove(key).subscribe();
        return good.put(key, record);
      },
    }),
    'forgets what was removed, and takes a second removal calmly': (good) => ({
      remove: (key) => good.put(key, job('x', 'queued')),
    }),
    'keeps its own copy: later changes of the caller’s object do not reach it': () => {
      const records = new Map<string, StoreRecord>();
      return {
        get: (key) => of(records.get(key)),
        put: (key, record) => {
          records.set(key, record);
          return of(undefined);
        },
      };
    },
  };
  it.each(storeLaws)('$name', async ({ name, check }) => {
    const good = memoryStore();
    const spoil = broken[name];
    expect(spoil).toBeDefined();
    await expect(check({ ...good, ...spoil?.(good) })).rejects.toThrow('the store answered');
  });
});

describe('memoryStore', () => {
  it('answers in the same tick', () => {
    const store = memoryStore();
    now(store.put('job/a', job('a', 'queued')));
    expect(now(store.get('job/a'))).toEqual(job('a', 'queued'));
    expect(now(store.putIfAbsent('job/a', job('b', 'queued')))).toEqual(job('a', 'queued'));
    expect(now(store.putIfAbsent('job/b', job('b', 'queued')))).toBeUndefined();
    now(store.remove('job/a'));
    expect(keys(store)).toEqual(['b']);
  });

  it('gives frozen records', () => {
    const store = memoryStore();
    now(store.put('job/a', job('a', 'queued')));
    const record = now(store.get('job/a')) as JobRecord;
    expect(Object.isFrozen(record)).toBe(true);
    expect(Object.isFrozen(record.ref)).toBe(true);
  });

  it('is a store of its own each time', () => {
    const [one, other] = [memoryStore(), memoryStore()];
    now(one.put('job/a', job('a', 'queued')));
    expect(keys(other)).toEqual([]);
  });

  it('reports what is no JSON on the error channel', async () => {
    const circular: { self?: unknown } = {};
    circular.self = circular;
    await expect(firstValueFrom(memoryStore().put('job/a', circular as never))).rejects.toThrow();
  });

  it('of 10,001 finished records forgets the one that finished first', () => {
    const store = memoryStore();
    now(store.put('job/first', job('first', 'succeeded')));
    now(store.put('job/second', job('second', 'failed')));
    for (let count = 2; count < 10_000; count += 1) {
      store.put(`job/${count}`, job(`${count}`, 'succeeded')).subscribe();
    }
    // Written anew, the first is the last to have finished.
    now(store.put('job/first', job('first', 'succeeded')));
    expect(keys(store)).toHaveLength(10_000);
    now(store.put('job/last', job('last', 'gone')));
    expect(keys(store)).toHaveLength(10_000);
    expect(keys(store, 'job/first')).toEqual(['first']);
    expect(keys(store, 'job/second')).toEqual([]);
  });

  it('forgets nothing that is unfinished, however much comes after it', () => {
    const store = memoryStore();
    const open: readonly (readonly [string, StoreRecord])[] = [
      ['queued', job('queued', 'queued')],
      ['running', job('running', 'running')],
      ['unknown-word', job('unknown-word', 'unknown')],
      ['pending', intent('pending', 'pending')],
      ['unknown', intent('unknown', 'unknown')],
    ];
    for (const [key, record] of open) now(store.put(`open/${key}`, record));
    const states = ['created', 'not-sent', 'rejected'] as const;
    for (let count = 0; count < 10_500; count += 1) {
      store.put(`intent/${count}`, intent(`${count}`, states[count % 3]!)).subscribe();
    }
    expect(keys(store, 'open/')).toEqual(open.map(([key]) => key));
    expect(keys(store, 'intent/')).toHaveLength(10_000);
    expect(keys(store, 'intent/499')).not.toContain('499');
  });

  it('does not count what went on again after it had settled', () => {
    const store = memoryStore();
    now(store.put('job/a', job('a', 'needs-action')));
    now(store.put('job/a', job('a', 'running')));
    for (let count = 0; count < 10_000; count += 1) {
      store.put(`job/x${count}`, job(`x${count}`, 'succeeded')).subscribe();
    }
    expect(keys(store, 'job/a')).toEqual(['a']);
    expect(keys(store)).toHaveLength(10_001);
  });

  it('opens room again when finished records are removed', () => {
    const store = memoryStore();
    for (let count = 0; count < 10_000; count += 1) {
      store.put(`job/${count}`, job(`${count}`, 'succeeded')).subscribe();
    }
    now(store.remove('job/5000'));
    now(store.put('job/new', job('new', 'succeeded')));
    expect(keys(store, 'job/0')).toEqual(['0']);
    expect(keys(store)).toHaveLength(10_000);
  });
});
