import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Keyv from 'keyv';
import { firstValueFrom, lastValueFrom, toArray } from 'rxjs';
import type { JobRecord, JobStore } from 'rushes';
import { keyvStore } from 'rushes';
import { createCreatify } from 'rushes/creatify';
import { startSimulator, storeLaws } from 'rushes/testing';
import { AURORA_INPUT } from '../../engine/bodies.js';
import { describeRestarts } from './describeRestarts.js';
import { SqliteStorage } from './SqliteStorage.js';

const folders: string[] = [];
let opened: SqliteStorage[] = [];

afterEach(() => {
  for (const { database } of opened) if (database.isOpen) database.close();
  opened = [];
});
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

function newFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rushes-sqlite-'));
  folders.push(folder);
  return join(folder, 'jobs.db');
}

/** A store on an SQLite file. */
function openAt(file: string): { readonly store: JobStore; readonly storage: SqliteStorage } {
  const storage = new SqliteStorage(file);
  opened.push(storage);
  return { storage, store: keyvStore(new Keyv(storage, { throwOnErrors: true })) };
}

const job = (id: string): JobRecord => ({
  v: 1,
  type: 'job',
  ref: { v: 1, provider: 'acme', kind: 'videos', id },
  phase: 'queued',
  updatedAt: 0,
});

describe('a store in a Keyv over SQLite', () => {
  it.each(storeLaws)('$name', async ({ check }) => {
    await check(openAt(newFile()).store);
  });

  it('is the same when the file is opened again', async () => {
    const file = newFile();
    const first = openAt(file);
    const ids = Array.from({ length: 120 }, (_, index) => `j${index}`);
    first.storage.database.exec('BEGIN');
    for (const id of ids) await firstValueFrom(first.store.put(`job/${id}`, job(id)));
    first.storage.database.exec('COMMIT');
    await firstValueFrom(first.store.remove('job/j0'));
    first.storage.database.close();

    const second = openAt(file);
    const list = await firstValueFrom(second.store.list('job/'));
    expect(list).toEqual(ids.slice(1).map(job));
    expect(await firstValueFrom(second.store.putIfAbsent('job/j1', job('x')))).toEqual(job('j1'));
  });

  it('that is closed is a StoreFault of every method', async () => {
    const { store, storage } = openAt(newFile());
    storage.database.close();
    for (const work of [
      store.get('job/a'),
      store.put('job/a', job('a')),
      store.putIfAbsent('job/a', job('a')),
      store.remove('job/a'),
      store.list(''),
    ]) {
      await expect(firstValueFrom<unknown>(work)).rejects.toMatchObject({ _tag: 'StoreFault' });
    }
  });

  it('that is closed lets nothing be paid for', async () => {
    const sim = await startSimulator();
    try {
      const { store, storage } = openAt(newFile());
      const client = createCreatify({ ...sim.creatify.options, store });
      storage.database.close();
      const events = await lastValueFrom(client.aurora.run(AURORA_INPUT).pipe(toArray()));
      expect(events).toMatchObject([{ left: { _tag: 'StoreFault', outcome: 'not-sent' } }]);
      await expect(lastValueFrom(client.resume())).rejects.toMatchObject({ _tag: 'StoreFault' });
      expect(sim.creatify.requests).toEqual([]);
      await client.close();
    } finally {
      await sim.close();
    }
  });
});

describeRestarts('SQLite', async () => {
  const file = newFile();
  let storage: SqliteStorage | undefined;
  return {
    open: async () => {
      const { store, ...more } = openAt(file);
      ({ storage } = more);
      return store;
    },
    close: async () => {
      if (storage?.database.isOpen === true) storage.database.close();
    },
    dump: async () => readFileSync(file, 'latin1'),
  };
});
