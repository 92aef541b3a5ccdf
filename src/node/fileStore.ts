import { resolve } from 'node:path';
import type { JobStore } from '../contract/JobStore.js';
import { tellTo } from '../contract/tellTo.js';
import { requireOption } from '../errors/requireOption.js';
import type { FileStoreOptions } from './fileStore/FileStoreOptions.js';
import { journalStore } from './fileStore/journalStore.js';

/** So much of a log may be of no use before it is worth a new generation, in bytes. */
const MIN_WASTE_BYTES = 2 ** 20;

type Flush = NonNullable<FileStoreOptions['flush']>;

const FLUSHED: Readonly<Record<Flush, (key: string) => boolean>> = {
  all: () => true,
  intents: (key) => key.startsWith('intent/'),
  none: () => false,
};

const demand = (good: boolean, path: string, rule: string): void =>
  requireOption(good, 'fileStore', path, rule);

const isListener = (value: unknown): boolean =>
  typeof value === 'function' ||
  (typeof value === 'object' &&
    value !== null &&
    typeof (value as { readonly next?: unknown }).next === 'function');

/**
 * A job store in a folder, for programs that are to find their jobs again after a restart or a crash.
 * Several processes of one machine may share it.
 *
 * Every method works at once, without waiting for the event loop: an intent is on the disk before the
 * request leaves, and the job's id before anybody hears of it. Unfinished jobs and intents are never
 * forgotten; of finished ones the newest 10,000 are kept. No key, no signed URL and nothing of an input
 * but a fingerprint is written.
 *
 * The folder is opened at the first use, so that a disk that fails is the `StoreFault` of the call that
 * needed it. It must not be on a network share. See `docs/storing-jobs.md`.
 *
 * @param folder - its path; where it is missing it is made, for nobody but its owner
 * @param options - see {@link FileStoreOptions}
 * @throws InvalidInput, at once, where an argument breaks its rule
 * @example
 * ```ts
 * import { fileStore } from 'rushes/node';
 * import { createSync } from 'rushes/sync';
 *
 * const sync = createSync({ apiKey: 'your-key', store: fileStore('.rushes') });
 * ```
 * @since 0.1.0
 */
export function fileStore(folder: string, options: FileStoreOptions = {}): JobStore {
  const isPath = typeof folder === 'string' && folder !== '' && !folder.includes('\0');
  demand(isPath, 'folder', 'must be the path of a folder');
  demand(typeof options === 'object' && options !== null, 'options', 'must be a plain object');
  const { flush = 'intents', diagnostics } = options;
  demand(Object.hasOwn(FLUSHED, flush), 'flush', "must be 'all', 'intents' or 'none'");
  const isHeard = diagnostics === undefined || isListener(diagnostics);
  demand(isHeard, 'diagnostics', 'must be a function or an Observer');

  return journalStore({
    folder: resolve(folder),
    mustFlush: FLUSHED[flush],
    minWasteBytes: MIN_WASTE_BYTES,
    tell: tellTo(diagnostics),
  });
}
