import {
  closeSync,
  constants,
  fdatasyncSync,
  fsyncSync,
  linkSync,
  openSync,
  unlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { copyBytes, writeAll } from './copyBytes.js';
import { unless } from './diskCodes.js';
import { draftPath, flushFolder, listFolder, logPath } from './folder.js';
import type { LineSpan } from './LineFeed.js';
import type { LogFile } from './LogFile.js';
import { openAppending } from './LogFile.js';
import type { UnreadableLines } from './LogFold.js';

const DRAFTING = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL;

/** Where lines go that cannot be read. */
const SET_ASIDE = 'set-aside.log';

function* spansOf(entries: Iterable<{ readonly span: LineSpan }>): Generator<LineSpan> {
  for (const { span } of entries) yield span;
}

/**
 * The next generation of a log while it is written: what is there now, line by line as it stands.
 *
 * @since 0.1.0
 */
export class Successor {
  readonly #folder: string;
  readonly #log: LogFile;
  readonly #id: string;
  readonly #path: string;
  readonly #fd: number;
  #copiedBytes: number;

  /**
   * Opens the draft; `discard()` it in any case.
   *
   * @param id - a UUID that no other draft has
   */
  constructor(folder: string, log: LogFile, id: string) {
    this.#folder = folder;
    this.#log = log;
    this.#id = id;
    this.#path = draftPath(folder, log.generation + 1, id, 'draft');
    this.#fd = openSync(this.#path, DRAFTING, 0o600);
    this.#copiedBytes = log.readBytes;
  }

  /** Copies all records there are. */
  copyRecords(): void {
    const { fd, fold, readBytes } = this.#log;
    copyBytes(fd, this.#fd, spansOf(fold.records.values()));
    this.#copiedBytes = readBytes;
    fsyncSync(this.#fd);
    this.#setAside(fold.unreadable);
  }

  /** Finds out whether files can have two names here, which `publish` needs. */
  tryLink(): void {
    const probe = draftPath(this.#folder, this.#log.generation + 1, this.#id, 'probe');
    linkSync(this.#path, probe);
    unlinkSync(probe);
  }

  /** Copies what came between the records and the seal. */
  copyRest(seal: LineSpan): void {
    if (seal.from - 1 <= this.#copiedBytes) return;
    copyBytes(this.#log.fd, this.#fd, [{ from: this.#copiedBytes, to: seal.from }]);
    fsyncSync(this.#fd);
  }

  /**
   * Gives the draft the name of the next generation, unless one has it. Unlike a rename, a link never
   * takes the place of what is there.
   */
  publish(): void {
    // ENOENT: where the draft is gone, whoever removed it has made the next generation.
    unless(['EEXIST', 'ENOENT'], () =>
      linkSync(this.#path, logPath(this.#folder, this.#log.generation + 1)),
    );
    const { past } = listFolder(this.#folder);
    // Or a loss of power might keep neither the old name nor the new one.
    flushFolder(this.#folder);
    for (const name of past) unless(['ENOENT'], () => unlinkSync(join(this.#folder, name)));
  }

  /** Closes the draft, and removes it if it has this name alone. */
  discard(): void {
    try {
      unless(['ENOENT'], () => unlinkSync(this.#path));
    } finally {
      closeSync(this.#fd);
    }
  }

  #setAside(unreadable: readonly UnreadableLines[]): void {
    if (unreadable.length === 0) return;
    const { fd } = openAppending(join(this.#folder, SET_ASIDE), true);
    try {
      for (const { line, lines, span } of unreadable) {
        const file = logPath('', this.#log.generation);
        writeAll(fd, Buffer.from(`# ${file}, line ${line}, ${lines} in all\n`));
        copyBytes(this.#log.fd, fd, [span]);
      }
      fdatasyncSync(fd);
    } finally {
      closeSync(fd);
    }
  }
}
