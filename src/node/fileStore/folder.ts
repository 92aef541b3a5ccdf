import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unless } from './diskCodes.js';

const LOG = /^(\d{8})\.log$/;
const DRAFT = /^(\d{8})\.[0-9a-f-]{36}\.[a-z]+$/;

/** What systems say that cannot flush a folder, or need not. */
const CANNOT_FLUSH = ['EINVAL', 'EPERM', 'EISDIR', 'ENOTSUP', 'EBADF', 'EACCES'];

const padded = (generation: number): string => String(generation).padStart(8, '0');

/** The path of a generation of the log. @since 0.1.0 */
export const logPath = (folder: string, generation: number): string =>
  join(folder, `${padded(generation)}.log`);

/** The path of what is to become a generation; `id` is a UUID. @since 0.1.0 */
export const draftPath = (folder: string, generation: number, id: string, ending: string): string =>
  join(folder, `${padded(generation)}.${id}.${ending}`);

/** What is in the folder that is ours. @since 0.1.0 */
export interface FolderContent {
  /** The highest generation, which is the one that counts; 0 where there is none. */
  readonly current: number;
  /** Names of older generations, and of drafts of these and of the current one. */
  readonly past: readonly string[];
}

/** Looks what generations there are. @since 0.1.0 */
export function listFolder(folder: string): FolderContent {
  const names = unless(['ENOENT'], () => readdirSync(folder)) ?? [];
  const numbered = (pattern: RegExp) =>
    names.flatMap((name) => {
      const [, digits] = pattern.exec(name) ?? [];
      return digits === undefined ? [] : [{ name, generation: Number(digits) }];
    });
  const logs = numbered(LOG);
  const current = Math.max(0, ...logs.map(({ generation }) => generation));
  const past = [
    ...logs.filter(({ generation }) => generation < current),
    ...numbered(DRAFT).filter(({ generation }) => generation <= current),
  ];
  return { current, past: past.map(({ name }) => name) };
}

/** Lets names in the folder outlive a loss of power, where the system can do that. @since 0.1.0 */
export function flushFolder(folder: string): void {
  const fd = unless(CANNOT_FLUSH, () => openSync(folder, 'r'));
  if (fd === undefined) return;
  try {
    unless(CANNOT_FLUSH, () => fsyncSync(fd));
  } finally {
    closeSync(fd);
  }
}

/** Makes the folder where it is missing, for nobody but its owner. @since 0.1.0 */
export function makeFolder(folder: string): void {
  const first = mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) {
    flushFolder(dirname(made));
  }
}
