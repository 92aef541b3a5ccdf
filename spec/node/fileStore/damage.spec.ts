import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import type { JobStore, StoreRecord } from '../../../src/contract/JobStore.js';
import { fileStore } from '../../../src/node/fileStore.js';
import { MAX_LINE_BYTES } from '../../../src/node/fileStore/LogLine.js';
import { memoryStore } from '../../../src/stores/memoryStore.js';
import { bulky, churn, idsIn, intent, job, now } from './storedRecords.js';
import { useFolder } from './useFolder.js';

const folder = useFolder();
const FIRST = '00000001.log';

const openHeard = () => fileStore(folder.path, { flush: 'none', diagnostics: folder.hear });

/** Lets a store find a log with these bytes: always the same file, for there will be thousands. */
function reopened(bytes: Uint8Array): JobStore {
  mkdirSync(folder.path, { recursive: true });
  writeFileSync(folder.at(FIRST), bytes);
  return openHeard();
}

type Step = (store: JobStore) => unknown;

const stepOf = fc.oneof(
  fc
    .tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.string({ unit: 'grapheme', maxLength: 8 }))
    .chain(([key, text]) => {
      const record = Object.assign(intent(`${key}-${text}`), { text });
      return fc.constantFrom<Step>(
        (store) => now(store.put(key, record)),
        (store) => now(store.putIfAbsent(key, record)),
      );
    }),
  fc.constantFrom('a', 'b', 'c', 'd').map(
    (key): Step =>
      (store) =>
        now(store.remove(key)),
  ),
);
const history = fc.array(stepOf, { minLength: 1, maxLength: 8 });

interface Recorded {
  readonly bytes: Buffer;
  /** For each line that was written: where it ends, and the history that led there. */
  readonly lines: readonly { readonly from: number; readonly to: number; readonly step: Step }[];
}

/** Writes a history down, and notes which step wrote which bytes. */
function record(steps: readonly Step[]): Recorded {
  const store = reopened(Buffer.alloc(0));
  now(store.list(''));
  let from = 0;
  const lines = [];
  for (const step of steps) {
    step(store);
    const to = readFileSync(folder.at(FIRST)).length;
    if (to > from) lines.push({ from, to, step });
    from = to;
  }
  return { bytes: readFileSync(folder.at(FIRST)), lines };
}

function stateAfter(steps: readonly Step[]): readonly StoreRecord[] {
  const model = memoryStore();
  for (const step of steps) step(model);
  return now(model.list(''));
}

describe('a log that was cut at any byte', () => {
  it('holds what had been written up to there, and what is written after that', () => {
    const last: Step = (store) => now(store.put('z', job('z')));
    fc.assert(
      fc.property(history, fc.nat(), (steps, at) => {
        const { bytes, lines } = record(steps);
        const cut = at % (bytes.length + 1);
        const store = reopened(bytes.subarray(0, cut));
        const whole = lines.filter(({ to }) => to <= cut).map(({ step }) => step);
        expect(now(store.list(''))).toEqual(stateAfter(whole));
        last(store);
        // A line of which only its end is missing is whole once the next one begins.
        const seen = lines.filter(({ to }) => to <= cut + 1).map(({ step }) => step);
        expect(now(store.list(''))).toEqual(stateAfter([...seen, last]));
        expect(now(openHeard().list(''))).toEqual(stateAfter([...seen, last]));
      }),
      { numRuns: 300 },
    );
  });

  it('loses nothing of the lines before it, at each of its bytes', () => {
    const steps = ['a', 'b', 'c'].map(
      (key): Step =>
        (store) =>
          now(store.put(key, intent(key))),
    );
    const { bytes, lines } = record(steps);
    for (let cut = 0; cut <= bytes.length; cut += 1) {
      const whole = lines.filter(({ to }) => to <= cut).length;
      expect(idsIn(reopened(bytes.subarray(0, cut)))).toEqual(['a', 'b', 'c'].slice(0, whole));
    }
  });
});

it('a byte that went wrong spoils the line it is in, and no other', () => {
  const spoilt = fc.record({ steps: history, at: fc.nat(), byte: fc.nat({ max: 255 }) });
  fc.assert(
    fc.property(spoilt, ({ steps, at, byte }) => {
      const { bytes, lines } = record(steps);
      fc.pre(bytes.length > 0);
      const place = at % bytes.length;
      fc.pre(bytes[place] !== byte);
      const hit = lines.find(({ from, to }) => from <= place && place < to);
      bytes[place] = byte;
      const good = lines.filter((line) => line !== hit).map(({ step }) => step);
      const found = now(reopened(bytes).list(''));
      // The last end of a line may be what is missing now: then it waits for the next one.
      const isEnd = place + 1 === hit?.to || place === hit?.from;
      const lost = JSON.stringify(found) === JSON.stringify(stateAfter(good));
      const kept = JSON.stringify(found) === JSON.stringify(stateAfter(steps));
      expect(lost || (isEnd && kept)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

it('whatever a log holds, opening it does not throw', () => {
  const pieces = fc.array(
    fc.oneof(fc.uint8Array({ maxLength: 40 }), fc.constant(Buffer.from('\n'))),
  );
  fc.assert(
    fc.property(pieces, (found) => {
      const store = reopened(Buffer.concat(found));
      expect(now(store.list(''))).toEqual([]);
      now(store.put('job/a', job('a')));
      expect(idsIn(openHeard())).toEqual(['a']);
    }),
    { numRuns: 200 },
  );
});

/** A line with the right checksum, whatever it says. */
function signed(json: string): string {
  return `\n${crc32(json).toString(16).padStart(8, '0')} ${json}\n`;
}

describe('lines that say nothing', () => {
  const told = (line: number, lines: number) => ({
    type: 'unreadable',
    file: folder.at(FIRST),
    line,
    lines,
  });

  it('are told of once, by their place alone, and set aside when the log is made shorter', () => {
    const one = openHeard();
    now(one.put('job/a', job('a')));
    appendFileSync(folder.at(FIRST), 'secret one\nsecret two\n');
    now(one.put('job/b', job('b')));
    appendFileSync(folder.at(FIRST), '{"torn":');
    now(one.put('job/c', job('c')));
    expect(folder.events).toEqual([told(3, 2), told(7, 1)]);
    expect(idsIn(one)).toEqual(['a', 'b', 'c']);
    expect(folder.events).toHaveLength(2);
    churn(one);
    expect(folder.text('set-aside.log')).toBe(
      [
        '# 00000001.log, line 3, 2 in all\n\nsecret one\nsecret two\n',
        '# 00000001.log, line 7, 1 in all\n\n{"torn":\n',
      ].join(''),
    );
    expect(folder.text('00000002.log')).not.toContain('secret');
    expect(idsIn(openHeard())).toEqual(['a', 'b', 'c', 'bulky']);
    expect(folder.events).toHaveLength(2);
  });

  it('are told of by each store that reads them', () => {
    reopened(Buffer.from('foreign\n'));
    now(openHeard().get('job/a'));
    now(openHeard().get('job/a'));
    expect(folder.events).toEqual([told(1, 1), told(1, 1)]);
  });

  it('are added to what was set aside before', () => {
    const store = reopened(Buffer.from('first\n'));
    churn(store);
    const [log] = folder.names();
    appendFileSync(folder.at(log!), 'second\n');
    churn(store);
    expect(folder.text('set-aside.log')).toMatch(/^# .*\n\nfirst\n# .*\n\nsecond\n$/);
  });

  it.each([
    ['no object', 'null'],
    ['no JSON', '{"id":"a"'],
    ['no id', JSON.stringify({ op: 'put', key: 'job/a', record: job('a') })],
    ['another verb', JSON.stringify({ id: 'x', op: 'drop', key: 'job/a' })],
    ['no key', JSON.stringify({ id: 'x', op: 'put', record: job('a') })],
    ['no record', JSON.stringify({ id: 'x', op: 'put', key: 'job/a' })],
    ['a later version', JSON.stringify({ id: 'x', op: 'put', key: 'k', record: { v: 2 } })],
    ['a bad id', JSON.stringify({ id: 'x', op: 'put', key: 'k', record: job('../b') })],
    [
      'a bad phase',
      JSON.stringify({ id: 'x', op: 'add', key: 'k', record: { ...job('a'), phase: 'toString' } }),
    ],
  ])('are those with a right checksum and %s', (_what, json) => {
    expect(now(reopened(Buffer.from(signed(json))).list(''))).toEqual([]);
    expect(folder.events).toEqual([told(2, 1)]);
  });

  it('are those whose checksum is written in another way', () => {
    const line = signed(JSON.stringify({ id: 'x', op: 'put', key: 'k', record: job('a') }));
    expect(idsIn(reopened(Buffer.from(line)))).toEqual(['a']);
    for (const other of [` ${line.slice(1)}`, line.replace(' ', '\t'), line.slice(2)]) {
      expect(idsIn(reopened(Buffer.from(other)))).toEqual([]);
    }
  });

  it('are those longer than a mebibyte, however long, and they do not hide what comes after', () => {
    const store = reopened(Buffer.alloc(5 * MAX_LINE_BYTES, 'x'));
    expect(now(store.list(''))).toEqual([]);
    now(store.put('job/a', job('a')));
    expect(idsIn(store)).toEqual(['a']);
    expect(folder.events).toEqual([told(1, 1)]);
    churn(store);
    expect(folder.text('set-aside.log').length).toBeGreaterThan(5 * MAX_LINE_BYTES);
    expect(idsIn(openHeard())).toEqual(['a', 'bulky']);
  });

  it('are not those that are just as long as they may be', () => {
    const store = openHeard();
    const head = JSON.stringify(bulky(0)).length + 200;
    now(store.put('job/bulky', bulky(MAX_LINE_BYTES - head)));
    expect(idsIn(openHeard())).toEqual(['bulky']);
    expect(folder.events).toEqual([]);
  });
});

it.each(['__proto__', '\\u005f_proto__', '__prot\\u006F__'])(
  'a field called %s changes no prototype, and is not kept',
  (name) => {
    const text = JSON.stringify({ id: 'x', op: 'put', key: 'k', record: job('a') });
    const evil = `{"${name}":{"polluted":1},`;
    const json = text.replace('"record":{', `"record":${evil}`).replace('"ref":{', `"ref":${evil}`);
    const record = now(reopened(Buffer.from(signed(json))).get('k'));
    expect(record).toEqual(job('a'));
    expect(Object.keys(record!)).not.toContain('__proto__');
    expect(Object.assign({}, record)).not.toHaveProperty('polluted');
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  },
);

it('a listener that throws fails no call', () => {
  reopened(Buffer.from('foreign\n'));
  const store = fileStore(folder.path, {
    diagnostics: () => {
      throw new Error('mine');
    },
  });
  now(store.put('job/a', job('a')));
  expect(idsIn(store)).toEqual(['a']);
});

it('a listener may use the store', () => {
  reopened(Buffer.from('foreign\n'));
  const seen: unknown[] = [];
  const store: JobStore = fileStore(folder.path, {
    diagnostics: () => seen.push(now(store.putIfAbsent('job/b', job('b')))),
  });
  now(store.put('job/a', job('a')));
  expect(seen).toEqual([undefined]);
  expect(idsIn(store)).toEqual(['a', 'b']);
});

describe('something else that changes the log is noticed, and what is there now counts:', () => {
  const changed = () => ({ type: 'changed', file: folder.at(FIRST) });
  let store: JobStore;
  let before: Buffer;

  beforeEach(() => {
    store = openHeard();
    now(store.put('job/a', job('a')));
    before = readFileSync(folder.at(FIRST));
    now(store.put('job/b', job('b')));
  });

  it('made shorter', () => {
    truncateSync(folder.at(FIRST), before.length);
    expect(idsIn(store)).toEqual(['a']);
    expect(folder.events).toEqual([changed()]);
    now(store.put('job/c', job('c')));
    expect(idsIn(openHeard())).toEqual(['a', 'c']);
  });

  it('made shorter, and then longer than before', () => {
    truncateSync(folder.at(FIRST), before.length);
    const other = openHeard();
    now(other.put('job/x', bulky(10_000)));
    expect(idsIn(store)).toEqual(['a', 'bulky']);
    expect(folder.events).toEqual([changed()]);
  });

  it('replaced by another file', () => {
    writeFileSync(folder.at('mine'), before);
    renameSync(folder.at('mine'), folder.at(FIRST));
    expect(now(store.putIfAbsent('job/b', job('c')))).toBeUndefined();
    expect(idsIn(openHeard())).toEqual(['a', 'c']);
    expect(folder.events).toEqual([changed()]);
  });

  it('removed', () => {
    rmSync(folder.at(FIRST));
    now(store.put('job/c', job('c')));
    expect(idsIn(openHeard())).toEqual(['c']);
    expect(folder.events).toEqual([changed()]);
  });

  it('removed with its folder', () => {
    rmSync(folder.path, { recursive: true });
    expect(idsIn(store)).toEqual([]);
    now(store.put('job/c', job('c')));
    expect(idsIn(openHeard())).toEqual(['c']);
    expect(folder.mode()).toBe('700');
  });

  it('overwritten at its end with something as long', () => {
    const text = folder.text(FIRST);
    writeFileSync(folder.at(FIRST), text.replaceAll('running', 'RUNNING'));
    expect(idsIn(store)).toEqual([]);
    expect(folder.events).toMatchObject([changed(), { type: 'unreadable' }]);
  });
});
