import {
  closeSync,
  constants,
  fchmodSync,
  fdatasyncSync,
  fstatSync,
  lstatSync,
  openSync,
  writeSync,
} from 'node:fs';
import type { Stats } from 'node:fs';
import { dirname } from 'node:path';
import { flushFolder } from './folder.js';
import { LineFeed } from './LineFeed.js';
import { LogFold } from './LogFold.js';

/** Windows knows no links of this sort, and has no such flag. */
const NO_FOLLOW = (constants as Partial<typeof constants>).O_NOFOLLOW ?? 0;

/** How files of a store are opened: what is written is appended, and links lead nowhere. */
const APPENDING = constants.O_RDWR | constants.O_APPEND | NO_FOLLOW;

/** A store has no `close`: the file of one that nobody holds any more is closed by and by. */
const forgotten = new FinalizationRegistry<number>((fd) => closeSync(fd));

function narrow(fd: number): Stats {
  const stats = fstatSync(fd);
  if (!stats.isFile()) throw Object.assign(new Error('not a file'), { code: 'EINVAL' });
  if ((stats.mode & 0o077) !== 0) fchmodSync(fd, 0o600);
  return stats;
}

/**
 * Opens a file to append to it, for nobody but its owner: wider permissions are narrowed.
 *
 * @param isNew - whether it is made where it is missing
 * @since 0.1.0
 */
export function openAppending(
  path: string,
  isNew: boolean,
): { readonly fd: number; readonly stats: Stats } {
  const fd = openSync(path, APPENDING | (isNew ? constants.O_CREAT : 0), 0o600);
  try {
    return { fd, stats: narrow(fd) };
  } catch (error) {
    closeSync(fd);
    throw error;
  }
}

/**
 * One generation of the log, open, with what its lines come to.
 *
 * @since 0.1.0
 */
export class LogFile {
  readonly path: string;
  readonly generation: number;
  readonly fd: number;
  readonly #stats: Stats;
  #feed: LineFeed;
  #fold = new LogFold();
  #isNamed = false;

  constructor(path: string, generation: number, isNew: boolean) {
    const { fd, stats } = openAppending(path, isNew);
    this.path = path;
    this.generation = generation;
    this.fd = fd;
    this.#stats = stats;
    this.#feed = new LineFeed(fd);
    forgotten.register(this, fd, this);
  }

  get fold(): LogFold {
    return this.#fold;
  }

  /** Up to here the fold has taken everything, in bytes. */
  get readBytes(): number {
    return this.#feed.at;
  }

  /**
   * Takes what was appended since, up to the seal.
   *
   * @returns whether what was read before is still there; if not, everything is read anew
   */
  readOn(): boolean {
    if (this.#fold.seal !== undefined || this.#take()) return true;
    this.#feed = new LineFeed(this.fd);
    this.#fold = this.#fold.anew();
    this.#take();
    return false;
  }

  #take(): boolean {
    const fold = this.#fold;
    return this.#feed.readOn((line, span, number) => fold.take(line, span, number));
  }

  /** Whether the file's name still leads to it. */
  isThere(): boolean {
    const found = lstatSync(this.path, { throwIfNoEntry: false });
    return found?.ino === this.#stats.ino && found.dev === this.#stats.dev;
  }

  /** Appends a line, at once: nobody else's can get into it. */
  append(line: Buffer): void {
    const written = writeSync(this.fd, line);
    // Closes what did not fit; a full disk says so here.
    if (written < line.length) writeSync(this.fd, '\n');
  }

  /** Waits until the disk has what was appended, and the file's name. */
  flush(): void {
    fdatasyncSync(this.fd);
    if (!this.#isNamed) flushFolder(dirname(this.path));
    this.#isNamed = true;
  }

  close(): void {
    forgotten.unregister(this);
    closeSync(this.fd);
  }
}
