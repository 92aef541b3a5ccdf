import type { FileStoreEvent } from './FileStoreOptions.js';
import { compact } from './compact.js';
import { unless } from './diskCodes.js';
import { listFolder, logPath, makeFolder } from './folder.js';
import { insist } from './insist.js';
import { LogFile } from './LogFile.js';

/**
 * The generation of a log that counts now, whoever made it.
 *
 * @since 0.1.0
 */
export class CurrentLog {
  readonly #folder: string;
  readonly #note: (event: FileStoreEvent) => void;
  #log: LogFile | undefined;

  /** @param note - hears what is wrong with files, in the midst of work */
  constructor(folder: string, note: (event: FileStoreEvent) => void) {
    this.#folder = folder;
    this.#note = note;
  }

  /**
   * The current generation, read to its end.
   *
   * @param isReading - whether one will do that is sealed and has no successor, for the disk is full
   */
  upToDate(isReading: boolean): LogFile {
    return insist(this.#folder, () => {
      const log = (this.#log ??= this.#open());
      this.readOn(log);
      if (log.fold.seal !== undefined) return this.#goOn(log, isReading) ? undefined : log;
      if (log.isThere()) return log;
      if (!this.counts(log)) {
        this.#noteChange(log);
        this.#leave(log);
      }
      return undefined;
    });
  }

  /** Takes what was appended since, and tells where something else has changed the file. */
  readOn(log: LogFile): void {
    if (!log.readOn()) this.#noteChange(log);
  }

  /** Whether what was read in a log is so: one that is gone and was sealed has a successor with all of it. */
  counts(log: LogFile): boolean {
    if (log.isThere()) return true;
    this.readOn(log);
    return log.fold.seal !== undefined;
  }

  /** Whether there is a next generation already. */
  isPast({ generation }: LogFile): boolean {
    try {
      return listFolder(this.#folder).current > generation;
    } catch {
      return false;
    }
  }

  /** Tells where the current generation could not be read; of each place once. */
  noteUnreadable(log: LogFile | undefined = this.#log): void {
    if (log === undefined) return;
    for (const { line, lines } of log.fold.untold()) {
      this.#note({ type: 'unreadable', file: log.path, line, lines });
    }
  }

  #open(): LogFile {
    return insist(this.#folder, () => {
      const { current } = listFolder(this.#folder);
      if (current === 0) makeFolder(this.#folder);
      const generation = Math.max(1, current);
      const path = logPath(this.#folder, generation);
      const log = unless(['ENOENT'], () => new LogFile(path, generation, current === 0));
      // Between the look and the opening others may have gone on, and it may even be an old one.
      if (log === undefined || listFolder(this.#folder).current === generation) return log;
      log.close();
      return undefined;
    });
  }

  /**
   * Leaves a sealed log for the next one, and makes that where nobody has.
   *
   * @returns whether there is a next one: on a full disk the sealed one can be read all the same
   */
  #goOn(log: LogFile, isReading: boolean): boolean {
    const { current } = listFolder(this.#folder);
    if (current !== log.generation) {
      if (current < log.generation) this.#noteChange(log);
      this.#leave(log);
      return true;
    }
    try {
      compact(this.#folder, log);
      return true;
    } catch (error) {
      if (isReading) return false;
      throw error;
    }
  }

  #leave(log: LogFile): void {
    this.noteUnreadable(log);
    // Also where closing fails: what is not open must not be written to.
    this.#log = undefined;
    log.close();
  }

  #noteChange({ path }: LogFile): void {
    this.#note({ type: 'changed', file: path });
  }
}
