import { basename } from 'node:path';
import type { FileStoreOptions } from '../../../src/node/fileStore/FileStoreOptions.js';
import { fileStore } from '../../../src/node/fileStore.js';
import { bulky, intent, job, now } from './storedRecords.js';
import { tapDisk } from './tapDisk.js';
import { useFolder } from './useFolder.js';

const folder = useFolder();

const SHOWN: readonly string[] = [
  'fdatasyncSync',
  'fsyncSync',
  'linkSync',
  'unlinkSync',
  'writeSync',
];

/** What `work` does to which file, in order; looks and reads are left out. */
function changesOf(work: () => unknown): readonly string[] {
  const names = new Map<unknown, string>();
  const changes: string[] = [];
  const nameOf = (file: unknown) =>
    (typeof file === 'string' ? basename(file) : (names.get(file) ?? 'log')).replace(
      /\.[0-9a-f-]{36}\./,
      '.',
    );
  tapDisk(({ name, args, go }) => {
    const result = go();
    if (name === 'openSync') names.set(result, basename(args[0] as string));
    if (SHOWN.includes(name)) changes.push(`${name.replace('Sync', '')} ${nameOf(args[0])}`);
    return result;
  }, work);
  return changes;
}

const open = (flush?: FileStoreOptions['flush']) =>
  fileStore(folder.path, flush === undefined ? {} : { flush });

it('an intent is on the disk, with the name of its file, before it counts as written', () => {
  const store = open();
  const first = changesOf(() => now(store.putIfAbsent('intent/a', intent('a'))));
  // The folder was made as well: its name is in the one above it.
  expect(first.slice(0, 1)).toEqual([expect.stringMatching(/^fsync rushes-store-/)]);
  expect(first.slice(1)).toEqual(['write 00000001.log', 'fdatasync 00000001.log', 'fsync store']);
  const later = changesOf(() => now(store.put('intent/a', intent('a', 'unknown'))));
  expect(later).toEqual(['write log', 'fdatasync log']);
  expect(changesOf(() => now(store.remove('intent/a')))).toEqual(['write log', 'fdatasync log']);
});

it.each([
  [undefined, ['write log']],
  ['intents', ['write log']],
  ['none', ['write log']],
  ['all', ['write log', 'fdatasync log']],
] as const)('a phase of a job is flushed as %j says', (flush, expected) => {
  const store = open(flush);
  now(store.put('job/a', job('a')));
  expect(changesOf(() => now(store.put('job/a', job('a'))))).toEqual(expected);
});

it('an intent is not flushed where nothing is to be', () => {
  const store = open('none');
  now(store.list(''));
  expect(changesOf(() => now(store.put('intent/a', intent('a'))))).toEqual(['write log']);
});

it('nothing old is removed before what is new, and its name, are on the disk', () => {
  const store = open();
  now(store.put('job/bulky', bulky(700_000)));
  const fill = () => now(store.put('job/bulky', bulky(700_000)));
  expect(changesOf(fill)).toEqual(['write log']);
  const changes = changesOf(fill);
  const runs = changes.filter((change, index) => change !== changes[index - 1]);
  expect(runs).toEqual([
    'write log',
    'write 00000002.draft',
    'fsync 00000002.draft',
    'link 00000002.draft',
    'unlink 00000002.probe',
    'write log',
    'link 00000002.draft',
    'fsync store',
    'unlink 00000001.log',
    'unlink 00000002.draft',
  ]);
});
