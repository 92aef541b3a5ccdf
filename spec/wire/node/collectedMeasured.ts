// Run in a process of its own, with --expose-gc: lets go of clients and of stores, and prints what is left
// of them. Not in a test runner: where contexts come and go, V8 may run no finalizer any more.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCreatify } from 'rushes/creatify';
import { fileStore } from 'rushes/node';
import type { JobRecord } from 'rushes';

type Shelves = Readonly<Record<symbol, { readonly things: ReadonlyMap<string, unknown> }>>;

const STORES = 20;
const TURNS = 500;

async function until(isSo: () => boolean): Promise<void> {
  for (let turn = 0; turn < TURNS && !isSo(); turn += 1) {
    gc?.();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** The names of what clients at one address share in this process. */
function namesAt(address: string): number {
  const { things } = (globalThis as never as Shelves)[Symbol.for('rushes.shared.1')] ?? {};
  return [...(things?.keys() ?? [])].filter((name) => name.includes(address)).length;
}

const clientAt = (baseUrl: string) => createCreatify({ apiId: 'an-id', apiKey: 'a-key', baseUrl });

async function clients() {
  const [held, left] = ['https://held.example', 'https://short-lived.example'];
  const kept = clientAt(held);
  (() => [1, 2].map(() => clientAt(left)))();
  const before = namesAt(left);
  await until(() => namesAt(left) === 0);
  const measured = { before, after: namesAt(left), held: namesAt(held) };
  await kept.close();
  return measured;
}

const openFiles = (): number => readdirSync('/dev/fd').length;

const bulky: JobRecord = Object.assign(
  {
    v: 1,
    type: 'job',
    ref: { v: 1, provider: 'acme', kind: 'videos', id: 'bulky' },
    phase: 'running',
    updatedAt: 0,
  } as const,
  { padding: 'x'.repeat(600_000) },
);

/** One of them writes so much that it is compacted, to another file. */
function openStores(folder: string): number {
  const before = openFiles();
  const stores = Array.from({ length: STORES }, () => fileStore(folder));
  for (const store of stores) store.list('').subscribe();
  for (let count = 0; count < 4; count += 1) stores[0]?.put('job/bulky', bulky).subscribe();
  for (const store of stores) store.list('').subscribe();
  return openFiles() - before;
}

async function files() {
  const folder = mkdtempSync(join(tmpdir(), 'rushes-collected-'));
  const before = openFiles();
  const open = openStores(folder);
  await until(() => openFiles() <= before);
  rmSync(folder, { recursive: true, force: true });
  return { open, after: openFiles() - before };
}

process.stdout.write(JSON.stringify({ clients: await clients(), files: await files() }));
