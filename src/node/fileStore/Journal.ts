import { randomUUID } from 'node:crypto';
import type { StoreRecord } from '../../contract/JobStore.js';
import { deepFreeze } from '../../model/deepFreeze.js';
import type { FileStoreEvent } from './FileStoreOptions.js';
import { compact } from './compact.js';
import { codeOf, listFolder, logPath, makeFolder, unless } from './folder.js';
import { LogFile } from './LogFile.js';
import type { LogLine } from './LogLine.js';
import { formatLine } from './LogLine.js';

/** Rounds after which it is not other processes that hold us up, but something that is wrong. */
const MOST_ROUNDS = 100;

type WithoutId<L> = L extends LogLine ? Omit<L, 'id'> : never;

/** What is to be written. @since 0.1.0 */
export type Change = Exclude<WithoutId<LogLine>, { readonly op: 'seal' }>;

/** Where a journal is, and who hears of it. @since 0.1.0 */
export interface JournalPlan {
  /** An absolute path. */
  readonly folder: string;
  /** Whether to wait until the disk has a change to the key. */
  readonly mustFlush: (key: string) => boolean;
  /** So much of a log may be of no use before it is worth a new generation, in bytes. */
  readonly minWasteBytes: number;
  /** Never throws. */
  readonly tell: (event: FileStoreEvent) => void;
}

const isNeedless = ({ op }: Change, before: StoreRecord | undefined): boolean =>
  before === undefined ? op === 'remove' : op === 'add';

/** Records are frozen when they are first given away: most never are. */
const frozen = <T extends StoreRecord | undefined>(record: T): T =>
  Object.isFrozen(record) ? record : deepFreeze(record);

/**
 * A folder with the generations of a log, shared with other processes without locks: the order of the
 * lines decides, and a seal ends a generation for all who read it.
 *
 * @since 0.1.0
 */
export class Journal {
  readonly #plan: JournalPlan;
  /** Begins the ids of this journal's lines: no other has it. */
  readonly #name = randomUUID();
  readonly #news: FileStoreEvent[] = [];
  #lines = 0;
  #log: LogFile | undefined;
  /** More of it is borne where it could not be made shorter. */
  #bearableBytes: number;

  constructor(plan: JournalPlan) {
    this.#plan = plan;
    this.#bearableBytes = plan.minWasteBytes;
  }

  /** What is under the key now. */
  read(key: string): StoreRecord | undefined {
    return this.#telling(() => frozen(this.#upToDate(true).fold.records.get(key)?.record));
  }

  /** What is there now, the one that was first written first. */
  list(prefix: string): readonly StoreRecord[] {
    return this.#telling(() => this.#upToDate(true).fold.records.list(prefix).map(frozen));
  }

  /** Writes a change, and gives what was there before it. */
  write(change: Change): StoreRecord | undefined {
    return this.#telling(() => frozen(this.#write(change)));
  }

  #write(change: Change): StoreRecord | undefined {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const log = this.#upToDate(false);
      const before = log.fold.records.get(change.key)?.record;
      if (isNeedless(change, before)) return before;
      this.#append(log, change);
      const { met } = log.fold;
      // Behind a seal, or in a file that somebody removed, a line says nothing.
      if (met === undefined || !this.#counts(log)) continue;
      if (this.#plan.mustFlush(change.key)) log.flush();
      this.#compactIfWorthwhile(log);
      return met.before;
    }
    throw this.#heldUp();
  }

  #append(log: LogFile, change: Change): void {
    this.#lines += 1;
    const id = `${this.#name}:${this.#lines}`;
    const line = formatLine({ id, ...change });
    log.fold.lookFor(id);
    log.append(line);
    if (!log.readOn()) this.#noteChange(log);
  }

  /** A log that is sealed may be gone already: the next generation has all of it. */
  #counts(log: LogFile): boolean {
    if (log.isThere()) return true;
    if (!log.readOn()) this.#noteChange(log);
    return log.fold.seal !== undefined;
  }

  /** The current generation, read to its end. */
  #upToDate(isReading: boolean): LogFile {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const log = (this.#log ??= this.#open());
      if (!log.readOn()) this.#noteChange(log);
      if (log.fold.seal !== undefined) {
        if (!this.#goOn(log, isReading)) return log;
      } else if (log.isThere()) {
        return log;
      } else if (!this.#counts(log)) {
        this.#noteChange(log);
        this.#leave(log);
      }
    }
    throw this.#heldUp();
  }

  #open(): LogFile {
    const { folder } = this.#plan;
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const { current } = listFolder(folder);
      if (current === 0) makeFolder(folder);
      const generation = Math.max(1, current);
      const path = logPath(folder, generation);
      const log = unless(['ENOENT'], () => new LogFile(path, generation, current === 0));
      if (log === undefined) continue;
      // Between the look and the opening others may have gone on, and it may even be an old one.
      if (listFolder(folder).current === generation) return log;
      log.close();
    }
    throw this.#heldUp();
  }

  /**
   * Leaves a sealed log for the next one, and makes that where nobody has.
   *
   * @returns whether there is a next one: on a full disk the sealed one can be read all the same
   */
  #goOn(log: LogFile, isReading: boolean): boolean {
    const { folder } = this.#plan;
    const { current } = listFolder(folder);
    if (current === log.generation) {
      try {
        compact(folder, log);
      } catch (error) {
        if (isReading) return false;
        throw error;
      }
      return true;
    }
    if (current < log.generation) this.#noteChange(log);
    this.#leave(log);
    return true;
  }

  #leave(log: LogFile): void {
    this.#noteUnreadable(log);
    // Also where closing fails: what is not open must not be written to.
    this.#log = undefined;
    log.close();
  }

  /** What was to be written is there already: whatever happens here is no failure of the write. */
  #compactIfWorthwhile(log: LogFile): void {
    const { folder, minWasteBytes } = this.#plan;
    const { liveBytes } = log.fold;
    const wasteBytes = log.readBytes - liveBytes;
    if (wasteBytes < Math.max(this.#bearableBytes, liveBytes)) return;
    try {
      compact(folder, log);
      this.#bearableBytes = minWasteBytes;
    } catch (error) {
      // Where others did it at the same time, they have removed what was left of this attempt.
      if (this.#isPast(log)) return;
      this.#bearableBytes = 2 * wasteBytes;
      this.#news.push({ type: 'not-compacted', file: log.path, code: codeOf(error) ?? 'unknown' });
    }
  }

  #isPast({ generation }: LogFile): boolean {
    try {
      return listFolder(this.#plan.folder).current > generation;
    } catch {
      return false;
    }
  }

  #heldUp(): Error {
    return new Error(`${this.#plan.folder}: the log changes faster than it can be read`);
  }

  #noteChange({ path }: LogFile): void {
    this.#news.push({ type: 'changed', file: path });
  }

  #noteUnreadable({ fold, path }: LogFile): void {
    for (const { line, lines } of fold.untold()) {
      this.#news.push({ type: 'unreadable', file: path, line, lines });
    }
  }

  /** Tells what was met, once all is done: whoever hears of it may use the store. */
  #telling<T>(work: () => T): T {
    try {
      return work();
    } finally {
      if (this.#log !== undefined) this.#noteUnreadable(this.#log);
      this.#news.splice(0).forEach(this.#plan.tell);
    }
  }
}
