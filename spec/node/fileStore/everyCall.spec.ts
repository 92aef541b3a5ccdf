import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import type { JobStore, StoreRecord } from '../../../src/contract/JobStore.js';
import { isJobError } from '../../../src/errors/isJobError.js';
import { journalStore } from '../../../src/node/fileStore/journalStore.js';
import { bulky, churn, idsIn, intent, job, now } from './storedRecords.js';
import type { DiskCall } from './tapDisk.js';
import { callsOf, tapDisk } from './tapDisk.js';
import { useFolder } from './useFolder.js';

const folder = useFolder();
const CLAIM = 'intent/claimed';
const BASE = ['one', 'two', 'three'];

/** Small, so that a few records make a log worth a new generation. */
const WASTE_BYTES = 4000;

const open = (minWasteBytes = WASTE_BYTES) =>
  journalStore({
    folder: folder.path,
    mustFlush: (key) => key.startsWith('intent/'),
    minWasteBytes,
    tell: folder.hear,
  });

/** What was there before; by whom it is claimed now can be told by its operation. */
const claim = (store: JobStore, who: string): StoreRecord | undefined =>
  now(store.putIfAbsent(CLAIM, { ...intent('claimed'), operation: who }));

const claimant = (store: JobStore): string | undefined => {
  const record = now(store.get(CLAIM));
  return record?.type === 'intent' ? record.operation : undefined;
};

/** A folder whose log is made shorter at the next large write. */
function prepare(): void {
  rmSync(folder.path, { recursive: true, force: true });
  const store = open();
  for (const id of BASE) now(store.put(`job/${id}`, job(id)));
  for (let count = 0; count < 2; count += 1) now(store.put('job/bulky', bulky(2000)));
  now(store.put('job/one', job('one')));
}

/** Everything that a store does, the whole way of a compaction included. */
function useStore(store: JobStore, who: string, note: (done: string) => void = () => undefined) {
  now(store.put(`job/${who}`, job(who)));
  note(who);
  const before = claim(store, who);
  if (before === undefined) note('claim');
  now(store.put('job/bulky', bulky(2000)));
  now(store.put('job/bulky', bulky(2000)));
  now(store.remove('job/bulky'));
  now(store.put(`job/${who}-last`, job(`${who}-last`)));
  note(`${who}-last`);
  return before;
}

/** What must be so, whatever happened: nothing is missing, nothing is in the way, nothing is left over. */
function expectSound(acknowledged: readonly string[]): void {
  const store = open();
  const jobs = new Set(now(store.list('job/')).map((record) => JSON.stringify(record)));
  for (const id of BASE) expect(jobs).toContain(JSON.stringify(job(id)));
  for (const key of acknowledged) expect(now(store.get(key))).toBeDefined();
  const holder = claimant(store);
  churn(store, WASTE_BYTES);
  expect(claimant(open())).toBe(holder);
  const logs = readdirSync(folder.path).filter((name) => name !== 'set-aside.log');
  expect(logs).toEqual([expect.stringMatching(/^\d{8}\.log$/)]);
}

const callCount = (): number => {
  prepare();
  return callsOf(() => useStore(open(), 'a')).length;
};

it('a use of the store takes the whole way: seal, link, and removal of what is old', () => {
  prepare();
  const names = new Set(callsOf(() => useStore(open(), 'a')));
  const all: readonly DiskCall['name'][] = ['fdatasyncSync', 'fsyncSync', 'linkSync', 'unlinkSync'];
  expect([...names]).toEqual(expect.arrayContaining([...all]));
  expect(folder.events).toEqual([]);
});

describe('two processes agree, wherever the other one comes between two calls of the first:', () => {
  const others: Readonly<Record<string, (store: JobStore) => StoreRecord | undefined>> = {
    'claims the same': (store) => claim(store, 'b'),
    'makes the log shorter, and claims': (store) => {
      churn(store, WASTE_BYTES);
      return claim(store, 'b');
    },
    'claims, and makes the log shorter twice': (store) => {
      const before = claim(store, 'b');
      churn(store, WASTE_BYTES);
      churn(store, WASTE_BYTES);
      return before;
    },
  };
  const prepared: Readonly<Record<string, () => void>> = {
    'a log that is worth it': prepare,
    'no log': () => rmSync(folder.path, { recursive: true, force: true }),
  };

  /** The other one comes before the call with that number. */
  function meet(
    at: number,
    otherWork: (store: JobStore) => StoreRecord | undefined,
    otherWasteBytes: number,
  ): void {
    const [one, other] = [open(), open(otherWasteBytes)];
    let seen = 0;
    let second: { readonly before: StoreRecord | undefined } | undefined;
    const tap = ({ go }: DiskCall) => {
      if (seen === at) {
        now(other.put('job/other', job('other')));
        second = { before: otherWork(other) };
      }
      seen += 1;
      return go();
    };
    const before = tapDisk(tap, () => useStore(one, 'a'));
    expect(second).toBeDefined();
    // Exactly one of them was first, and both know who.
    expect([before, second?.before].filter((found) => found === undefined)).toHaveLength(1);
    const winner = before === undefined ? 'a' : 'b';
    expect([one, other, open()].map(claimant)).toEqual([winner, winner, winner]);
    expect([idsIn(one), idsIn(other)]).toEqual([idsIn(open()), idsIn(open())]);
    expect(idsIn(open())).toEqual(expect.arrayContaining(['a', 'a-last', 'other']));
  }

  it.each(
    Object.entries(others).flatMap(([what, otherWork]) =>
      Object.entries(prepared).map(
        ([start, makeReady]) => [what, start, otherWork, makeReady] as const,
      ),
    ),
  )(
    'the other %s, of %s',
    (_what, _start, otherWork, makeReady) => {
      makeReady();
      const count = callsOf(() => useStore(open(), 'a')).length;
      for (let at = 0; at < count; at += 1) {
        // One that does not make the log shorter as well writes into what the first is leaving.
        for (const otherWasteBytes of [WASTE_BYTES, Infinity]) {
          makeReady();
          meet(at, otherWork, otherWasteBytes);
          if (makeReady === prepare) expectSound([]);
        }
      }
      expect(folder.events).toEqual([]);
    },
    60_000,
  );
});

it('three processes agree, each within another', () => {
  const count = callCount();
  const places = fc.record({ first: fc.nat(count - 1), second: fc.nat(2 * count) });
  fc.assert(
    fc.property(places, ({ first, second }) => {
      prepare();
      const stores = [open(), open(), open()] as const;
      const results: (StoreRecord | undefined)[] = [];
      /** Runs the first of the works, and the others within it. */
      const nested = (places: readonly number[], index: number): void => {
        const [at, ...rest] = places;
        let seen = 0;
        const who = ['a', 'b', 'c'][index]!;
        const work = () => void results.push(useStore(stores[index]!, who));
        if (at === undefined) {
          work();
          return;
        }
        let isDone = false;
        const next = () => {
          isDone = true;
          nested(rest, index + 1);
        };
        tapDisk(({ go }) => {
          if (seen === at) next();
          seen += 1;
          return go();
        }, work);
        if (!isDone) next();
      };
      nested([first, second], 0);
      expect(results).toHaveLength(3);
      expect(results.filter((found) => found === undefined)).toHaveLength(1);
      const holders = new Set([...stores, open()].map(claimant));
      expect(holders.size).toBe(1);
      expectSound(['job/a', 'job/b', 'job/c', 'job/a-last', 'job/b-last', 'job/c-last']);
    }),
    { numRuns: 60 },
  );
}, 60_000);

const half = (length: number): number => Math.floor(length / 2);

/** From the call with that number on, the process is dead. */
class Death extends Error {}

function dieAt(at: number, how: 'before' | 'half' | 'after', work: () => void): boolean {
  let seen = 0;
  let isDead = false;
  try {
    tapDisk((call) => {
      if (isDead) throw new Death();
      if (seen === at) {
        isDead = true;
        if (how === 'half') call.goPart(half);
        if (how === 'after') call.go();
        throw new Death();
      }
      seen += 1;
      return call.go();
    }, work);
  } catch {
    return isDead;
  }
  // Death while something was tidied up that may fail.
  return isDead;
}

describe('L7: a process that dies at any call has lost nothing that it was told is written,', () => {
  it.each(['before', 'half', 'after'] as const)(
    '%s that call is done',
    (how) => {
      const count = callCount();
      for (let at = 0; at < count; at += 1) {
        prepare();
        const notes: string[] = [];
        expect(dieAt(at, how, () => useStore(open(), 'a', (done) => notes.push(done)))).toBe(true);
        const acknowledged = notes.filter((note) => note !== 'claim').map((note) => `job/${note}`);
        const store = open();
        const before = claim(store, 'b');
        // Claimed by the dead one if it said so; if it could not say so, by either.
        if (notes.includes('claim')) expect(before).toMatchObject({ operation: 'a' });
        expect(claimant(open())).toBe(before === undefined ? 'b' : 'a');
        expectSound([...acknowledged, CLAIM]);
      }
    },
    60_000,
  );

  it('and neither has the one that mends it, and dies as well', () => {
    const count = callCount();
    const how = fc.constantFrom('before', 'half', 'after');
    const deaths = fc.array(fc.record({ at: fc.nat(count), how }), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(deaths, (all) => {
        prepare();
        const notes = new Set<string>();
        for (const [index, { at, how }] of all.entries()) {
          const who = ['a', 'b', 'c', 'd'][index]!;
          dieAt(at, how, () => useStore(open(), who, (done) => notes.add(done)));
        }
        notes.delete('claim');
        expectSound([...notes].map((note) => `job/${note}`));
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});

describe('M1, M3: a disk that fails once, at any call,', () => {
  it.each(['ENOSPC', 'EIO', 'EACCES', 'EROFS', 'EMFILE'])(
    'with %s, fails that call of the store as StoreFault at most; all goes on afterwards',
    (code) => {
      const count = callCount();
      for (let at = 0; at < count; at += 1) {
        prepare();
        const store = open();
        const notes: string[] = [];
        let seen = 0;
        const tap = ({ go }: DiskCall) => {
          seen += 1;
          if (seen - 1 === at) throw Object.assign(new Error(`${code}: no`), { code });
          return go();
        };
        try {
          tapDisk(tap, () => useStore(store, 'a', (done) => notes.push(done)));
        } catch (error) {
          expect(isJobError(error, 'StoreFault') && error).toMatchObject({
            message: expect.stringContaining(`: ${code}: no`),
            retryable: true,
          });
        }
        const acknowledged = notes.filter((note) => note !== 'claim').map((note) => `job/${note}`);
        // The same store, and another one.
        for (const key of acknowledged) expect(now(store.get(key))).toBeDefined();
        useStore(store, 'a');
        expect(claimant(store)).toBe('a');
        expectSound([...acknowledged, CLAIM, 'job/a-last']);
      }
    },
    60_000,
  );
});

describe('a disk that is full', () => {
  const full = ({ name, go }: DiskCall) => {
    if (name === 'writeSync' || name === 'mkdirSync') {
      throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
    }
    return go();
  };

  it('can be read, also where a process was killed while it made the log shorter', () => {
    const count = callCount();
    for (let at = 0; at < count; at += 1) {
      prepare();
      dieAt(at, 'before', () => useStore(open(), 'a'));
      const store = open();
      const ids = tapDisk(full, () => idsIn(store));
      expect(ids).toEqual(expect.arrayContaining(BASE));
      expect(ids).toEqual(idsIn(open()));
    }
  }, 60_000);

  it('refuses an intent', () => {
    const store = open();
    now(store.list(''));
    const work = () => tapDisk(full, () => claim(store, 'a'));
    expect(work).toThrow('fileStore.putIfAbsent: ENOSPC: no space left on device');
    expect(claim(store, 'b')).toBeUndefined();
  });
});

describe('a disk without hard links', () => {
  const without = ({ name, go }: DiskCall) => {
    if (name === 'linkSync') throw Object.assign(new Error('EPERM: no links'), { code: 'EPERM' });
    return go();
  };

  it('is written to as well; the log grows, and that is told', () => {
    const store = open();
    tapDisk(without, () => {
      for (let count = 0; count < 12; count += 1) now(store.put('job/bulky', bulky(2000)));
      now(store.put('job/a', job('a')));
    });
    expect(folder.names()).toEqual(['00000001.log']);
    const told = { type: 'not-compacted', file: folder.at('00000001.log'), code: 'EPERM' };
    // Tried again when twice as much is of no use, and not at each write.
    expect(folder.events).toEqual([told, told, told]);
    expect(idsIn(open())).toEqual(['bulky', 'a']);
  });
});

it.each([
  ['a half of it', half],
  ['its last byte', (length: number) => length - 1],
  ['all of it', () => 0],
])('a write that is cut short by %s is not taken for one that was done', (_what, part) => {
  const store = open();
  now(store.put('job/a', job('a')));
  let cuts = 3;
  const tap = ({ name, go, goPart }: DiskCall) => {
    if (name !== 'writeSync' || cuts === 0) return go();
    cuts -= 1;
    return goPart(part);
  };
  // Its own line, however often it was begun, is not somebody else's.
  expect(tapDisk(tap, () => claim(store, 'a'))).toBeUndefined();
  expect(claimant(open())).toBe('a');
  expect(folder.events.every(({ type }) => type === 'unreadable')).toBe(true);
});

it('a log that is removed just before it is written to is not what counts as written', () => {
  const store = open();
  now(store.put('job/a', job('a')));
  let isRemoved = false;
  const tap = ({ name, go }: DiskCall) => {
    if (name === 'writeSync' && !isRemoved) {
      rmSync(folder.at('00000001.log'));
      isRemoved = true;
    }
    return go();
  };
  expect(tapDisk(tap, () => claim(store, 'a'))).toBeUndefined();
  expect(claimant(open())).toBe('a');
  expect(folder.events).toEqual([{ type: 'changed', file: folder.at('00000001.log') }]);
});

it('what is left of drafts is removed once they are of no use', () => {
  mkdirSync(folder.path);
  const id = '00000000-0000-4000-8000-000000000000';
  writeFileSync(folder.at(`00000002.${id}.draft`), 'x');
  writeFileSync(folder.at(`00000002.${id}.probe`), 'x');
  writeFileSync(folder.at('mine.draft'), 'mine');
  cpSync(folder.at('mine.draft'), folder.at('notes.log'));
  churn(open(), WASTE_BYTES);
  expect(folder.names()).toEqual(['00000002.log', 'mine.draft', 'notes.log']);
});
