import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { crc32 } from 'node:zlib';
import Keyv from 'keyv';
import { firstValueFrom, NEVER, of, throwError, toArray } from 'rxjs';
import type { JobStore } from 'rushes';
import { keyvStore, memoryStore } from 'rushes';
import type { FileStoreEvent } from 'rushes/node';
import { fileStore } from 'rushes/node';
import type { VendorName } from 'rushes/testing';
import { answer } from '../engine/scriptedPort.js';
import { intent } from '../node/fileStore/storedRecords.js';
import type { DiskCall } from '../node/fileStore/tapDisk.js';
import { tapDisk } from '../node/fileStore/tapDisk.js';
import { useFolder } from '../node/fileStore/useFolder.js';
import type { Bench } from './bench/Bench.js';
import { DESKS } from './bench/desks.js';
import { atEveryVendor, fault } from './fault.js';
import { named, variants } from './variants.js';

// Where jobs are kept breaks: what could not be written down is not bought, and nothing that was is lost.

const folder = useFolder();
const JOB = 'job-1';

/** A vendor whose jobs are done at the first look. */
const sold = (bench: Bench, vendor: VendorName) => {
  const { body, words } = DESKS[vendor];
  return bench.scripted(({ method }) =>
    method === 'POST' ? answer(200, body(JOB, words.running)) : answer(200, body(JOB, words.done)),
  );
};

const failing = (code: string): Error =>
  Object.assign(new Error(`${code}: the disk failed`), { code });

/** Calls of the disk fail from the nth one of that name on, for as long as `work` runs. */
function onBadDisk<T>(name: DiskCall['name'], nth: number, code: string, work: () => T): T {
  let calls = 0;
  return tapDisk((call) => {
    if (call.name === name && (calls += 1) >= nth) {
      call.goPart((length) => Math.floor(length / 2));
      throw failing(code);
    }
    return call.go();
  }, work);
}

/** A run on a disk that fails; then, healed, the same call once more under a new order. */
function refusedThenBought(
  bench: Bench,
  vendor: VendorName,
  onDisk: <T>(work: () => T) => T,
): void {
  const { open, port, time } = sold(bench, vendor);
  const store = fileStore(folder.path);
  bench.alsoStoredIn(store);
  const { run } = open(vendor, { store });
  const refused = onDisk(() => {
    const seen = bench.see(run());
    time.flush();
    return seen;
  });
  expect(refused.words).toEqual(['!StoreFault', '|']);
  expect(refused.error).toMatchObject({ outcome: 'not-sent', jobMayBeRunning: false });
  expect(port.calls).toEqual([]);
  const bought = bench.see(run());
  time.flush();
  expect(bought.words.slice(-2)).toEqual(['succeeded', '|']);
  expect(port.posts).toHaveLength(1);
}

fault('M1', {
  ...named(
    'nothing is written',
    atEveryVendor((bench, vendor) =>
      refusedThenBought(bench, vendor, (work) => onBadDisk('writeSync', 1, 'ENOSPC', work)),
    ),
  ),
  ...named(
    'it cannot be made sure of',
    atEveryVendor((bench, vendor) =>
      refusedThenBought(bench, vendor, (work) => onBadDisk('fdatasyncSync', 1, 'ENOSPC', work)),
    ),
  ),
  'full when the id comes': (bench) => {
    const { open, port, time } = sold(bench, 'creatify');
    const store = fileStore(folder.path);
    const { client, run } = open('creatify', { store });
    const seen = onBadDisk('writeSync', 2, 'ENOSPC', () => {
      const watched = bench.see(run());
      time.flush();
      return watched;
    });
    // It was bought: who waits has the id, and the intent stands for it in the store.
    expect(seen.words).toEqual(['running', 'succeeded', '|']);
    expect(seen.last.ref.id).toBe(JOB);
    expect(port.posts).toHaveLength(1);
    expect(bench.told).toContainEqual(
      expect.objectContaining({ type: 'error', tag: 'StoreFault' }),
    );
    const open$ = bench.see(client.intents());
    time.flush();
    expect(open$.last).toMatchObject([{ state: 'pending', kind: 'aurora' }]);
  },
});

fault('M3', {
  ...variants(
    [
      ['creatify', 'openSync', 'EACCES'],
      ['sync', 'openSync', 'EROFS'],
      ['magicHour', 'readSync', 'EIO'],
      ['aurous', 'writeSync', 'EIO'],
      ['creatify', 'mkdirSync', 'EACCES'],
      ['sync', 'readdirSync', 'EIO'],
    ] as const,
    (bench, vendor, name, code) => {
      if (name === 'readSync') appendToLog(intentLine('earlier'));
      refusedThenBought(bench, vendor, (work) => onBadDisk(name, 1, code, work));
    },
  ),
  'the path is a file': (bench) => {
    writeFileSync(folder.path, 'a file of somebody else');
    const { open, port, time } = sold(bench, 'creatify');
    const { client, run } = open('creatify', { store: fileStore(folder.path) });
    const seen = bench.see(run());
    const listed = bench.see(client.intents());
    time.flush();
    expect(seen.words).toEqual(['!StoreFault', '|']);
    expect(listed.words).toEqual(['!StoreFault', '|']);
    expect(port.calls).toEqual([]);
    expect(readFileSync(folder.path, 'utf8')).toBe('a file of somebody else');
  },
});

const broken: Readonly<Record<string, Partial<JobStore>>> = {
  'every method throws': Object.fromEntries(
    ['get', 'put', 'putIfAbsent', 'remove', 'list'].map((name) => [
      name,
      () => {
        throw new Error('no store');
      },
    ]),
  ),
  'every method fails with nothing': Object.fromEntries(
    ['get', 'put', 'putIfAbsent', 'remove', 'list'].map((name) => [
      name,
      () => throwError(() => undefined),
    ]),
  ),
  'gives what is no Observable': { putIfAbsent: () => 'done' as never },
};

fault('M6', {
  ...Object.fromEntries(
    Object.entries(broken).map(([name, methods]) => [
      name,
      (bench: Bench) => {
        const { open, port, time } = sold(bench, 'creatify');
        const store = { ...memoryStore(), ...methods };
        const { run } = open('creatify', { store });
        const seen = bench.see(run());
        time.flush();
        expect(seen.words).toEqual(['!StoreFault', '|']);
        expect(seen.error).toMatchObject({ outcome: 'not-sent' });
        expect(port.calls).toEqual([]);
      },
    ]),
  ),
  'fails only after the intent': (bench) => {
    const { open, time } = sold(bench, 'creatify');
    const put = () => throwError(() => undefined);
    const { run } = open('creatify', { store: { ...memoryStore(), put, list: () => of([]) } });
    const seen = bench.see(run());
    time.flush();
    expect(seen.words).toEqual(['running', 'succeeded', '|']);
  },
  'never answers once the intent is written': async (bench) => {
    const { open, time } = sold(bench, 'creatify');
    const put = () => NEVER;
    const { client, run } = open('creatify', {
      store: { ...memoryStore(), put, list: () => of([]) },
    });
    const seen = bench.see(run());
    time.advance(999);
    expect(seen.words).toEqual([]);
    time.flush();
    // The id is not kept from who paid for it, nor the client from closing.
    expect(seen.words).toEqual(['running', 'succeeded', '|']);
    const closed = client.close();
    time.flush();
    await closed;
  },
});

/** As full as the storage of a page can be, or as closed as one in private mode. */
class FullStorage extends Map<string, unknown> {
  override set(): never {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
  }
}

fault('M7', async (bench) => {
  const { open, server } = await bench.wire('creatify');
  const storage = new Keyv({ store: new FullStorage(), throwOnErrors: true });
  const { run } = open({ store: keyvStore(storage) });
  const seen = bench.see(run());
  await seen.ended;
  expect(seen.words).toEqual(['!StoreFault', '|']);
  expect(seen.error).toMatchObject({ outcome: 'not-sent' });
  expect(server.asked).toEqual([]);
});

function lineOf(id: string, key: string, record: object): string {
  const json = JSON.stringify({ id, op: 'put', key, record });
  return `\n${crc32(json).toString(16).padStart(8, '0')} ${json}\n`;
}

const intentLine = (intentId: string): string =>
  lineOf(intentId, `intent/${intentId}`, intent(intentId, 'created'));

const jobLine = (index: number, phase: string): string =>
  lineOf(`${index}`, `job/creatify:aurora:job-${index}`, {
    v: 1,
    type: 'job',
    ref: { v: 1, provider: 'creatify', kind: 'aurora', id: `job-${index}` },
    phase,
    updatedAt: index,
  });

function appendToLog(text: string): void {
  mkdirSync(folder.path, { recursive: true });
  appendFileSync(folder.at('00000001.log'), text);
}

fault('M8', async (bench) => {
  const indexes = Array.from({ length: 100_000 }, (_, index) => index);
  const going = (index: number): boolean => index % 1_000 === 0;
  appendToLog(indexes.map((index) => jobLine(index, going(index) ? 'running' : 'failed')).join(''));
  const { open } = sold(bench, 'creatify');
  const { client } = open('creatify', { store: fileStore(folder.path) });
  // What it takes of a processor: other work on the machine does not count.
  const before = process.cpuUsage();
  const resumed = await firstValueFrom(client.resume().pipe(toArray()));
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1_000).toBeLessThan(4_000);
  expect(resumed.map(({ ref }) => ref.id)).toEqual(
    indexes.filter(going).map((index) => `job-${index}`),
  );
});

fault('M9', {
  'made shorter': (bench) => {
    const heard: FileStoreEvent[] = [];
    const store = fileStore(folder.path, { diagnostics: (event) => void heard.push(event) });
    const { open, time } = sold(bench, 'creatify');
    const { client, run } = open('creatify', { store });
    bench.see(run());
    time.flush();
    truncateSync(folder.at('00000001.log'), 0);
    const after = bench.see(client.intents());
    expect(after.last).toEqual([]);
    expect(heard).toContainEqual(expect.objectContaining({ type: 'changed' }));
    bench.see(run());
    time.flush();
    expect(readdirSync(folder.path)).toEqual(['00000001.log']);
  },
  'written on by another': (bench) => {
    const store = fileStore(folder.path);
    const { open } = sold(bench, 'creatify');
    const { client } = open('creatify', { store });
    expect(bench.see(client.resume() as never).words).toEqual(['|']);
    appendToLog(jobLine(7, 'running'));
    const resumed: string[] = [];
    client.resume().subscribe(({ ref }) => resumed.push(ref.id));
    expect(resumed).toEqual(['job-7']);
  },
});

fault('M10', (bench) => {
  mkdirSync(folder.path, { recursive: true });
  const elsewhere = folder.at('elsewhere');
  symlinkSync(elsewhere, folder.at('00000001.log'));
  const { open, port, time } = sold(bench, 'creatify');
  const { run } = open('creatify', { store: fileStore(folder.path) });
  const seen = bench.see(run());
  time.flush();
  expect(seen.words).toEqual(['!StoreFault', '|']);
  expect(port.calls).toEqual([]);
  expect(existsSync(elsewhere)).toBe(false);
});
