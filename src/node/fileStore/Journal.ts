import { randomUUID } from 'node:crypto';
import type { StoreRecord } from '../../contract/JobStore.js';
import { deepFreeze } from '../../model/deepFreeze.js';
import { compact } from './compact.js';
import { CurrentLog } from './CurrentLog.js';
import { codeOf } from './diskCodes.js';
import type { FileStoreEvent } from './FileStoreOptions.js';
import { insist } from './insist.js';
import type { LogFile } from './LogFile.js';
import type { LogLine } from './LogLine.js';
import { formatLine } from './LogLine.js';

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

interface Outcome {
  readonly before: StoreRecord | undefined;
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
  readonly #current: CurrentLog;
  #lines = 0;
  /** More of it is borne where it could not be made shorter. */
  #bearableBytes: number;

  constructor(plan: JournalPlan) {
    this.#plan = plan;
    this.#bearableBytes = plan.minWasteBytes;
    this.#current = new CurrentLog(plan.folder, (event) => this.#news.push(event));
  }

  /** What is under the key now. */
  read(key: string): StoreRecord | undefined {
    return this.#telling(() => {
      const { records } = this.#current.upToDate(true).fold;
      return frozen(records.get(key)?.record);
    });
  }

  /** What is there now, the one that was first written first. */
  list(prefix: string): readonly StoreRecord[] {
    return this.#telling(() => {
      const { records } = this.#current.upToDate(true).fold;
      return records.list(prefix).map(frozen);
    });
  }

  /** Writes a change, and gives what was there before it. */
  write(change: Change): StoreRecord | undefined {
    return this.#telling(() => {
      const { before } = insist(this.#plan.folder, () => this.#tryToWrite(change));
      return frozen(before);
    });
  }

  #tryToWrite(change: Change): Outcome | undefined {
    const log = this.#current.upToDate(false);
    const before = log.fold.records.get(change.key)?.record;
    if (isNeedless(change, before)) return { before };
    this.#append(log, change);
    const { met } = log.fold;
    // Behind a seal, or in a file that somebody removed, a line says nothing.
    if (met === undefined || !this.#current.counts(log)) return undefined;
    if (this.#plan.mustFlush(change.key)) log.flush();
    this.#compactIfWorthwhile(log);
    return met;
  }

  #append(log: LogFile, change: Change): void {
    this.#lines += 1;
    const id = `${this.#name}:${this.#lines}`;
    const line = formatLine({ id, ...change });
    log.fold.lookFor(id);
    log.append(line);
    this.#current.readOn(log);
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
      if (this.#current.isPast(log)) return;
      this.#bearableBytes = 2 * wasteBytes;
      this.#news.push({ type: 'not-compacted', file: log.path, code: codeOf(error) ?? 'unknown' });
    }
  }

  /** Tells what was met, once all is done: whoever hears of it may use the store. */
  #telling<T>(work: () => T): T {
    try {
      return work();
    } finally {
      this.#current.noteUnreadable();
      this.#news.splice(0).forEach(this.#plan.tell);
    }
  }
}
