import type { StoreRecord } from '../../contract/JobStore.js';
import { KeptRecords } from '../../stores/KeptRecords.js';
import type { LineSpan } from './LineFeed.js';
import { parseLine } from './LogLine.js';

/** A record, and the line that wrote it. @since 0.1.0 */
export interface LoggedRecord {
  readonly record: StoreRecord;
  readonly span: LineSpan;
}

/** Lines next to each other that say nothing. @since 0.1.0 */
export interface UnreadableLines {
  /** Number of the first one, from 1. */
  readonly line: number;
  readonly lines: number;
  readonly span: LineSpan;
}

/** A line whose outcome somebody waits for. */
interface Awaited {
  readonly id: string;
  /** What was there before it, once it was met. */
  readonly met: { readonly before: StoreRecord | undefined } | undefined;
}

/** With the ends of lines around it. */
const bytesOf = ({ from, to }: LineSpan): number => to - from + 2;

/**
 * What the lines of a log come to, one after the other, up to its seal.
 *
 * @since 0.1.0
 */
export class LogFold {
  readonly records = new KeptRecords<LoggedRecord>(({ record }) => record);
  readonly #unreadable: UnreadableLines[] = [];
  #liveBytes = 0;
  #seal: LineSpan | undefined;
  #awaited: Awaited | undefined;
  #lastWasUnreadable = false;
  #told = 0;

  /** What the lines take that wrote what is there now, in bytes. */
  get liveBytes(): number {
    return this.#liveBytes;
  }

  /** Where the file ends for all who read it. */
  get seal(): LineSpan | undefined {
    return this.#seal;
  }

  /** From now on the line with this id is looked for. */
  lookFor(id: string): void {
    this.#awaited = { id, met: undefined };
  }

  /** What was there before the line that is looked for; `undefined` while it was not met. */
  get met(): Awaited['met'] {
    return this.#awaited?.met;
  }

  /** An empty one, that looks for the same line. */
  anew(): LogFold {
    const fold = new LogFold();
    if (this.#awaited !== undefined) fold.lookFor(this.#awaited.id);
    return fold;
  }

  /** Where nothing could be read, first to last. */
  get unreadable(): readonly UnreadableLines[] {
    return this.#unreadable;
  }

  /** Those of them that were not asked for yet. */
  untold(): readonly UnreadableLines[] {
    const untold = this.#unreadable.slice(this.#told);
    this.#told = this.#unreadable.length;
    this.#lastWasUnreadable = false;
    return untold;
  }

  /** @returns whether the file goes on after this line */
  take(bytes: Buffer | undefined, span: LineSpan, number: number): boolean {
    const line = bytes && parseLine(bytes);
    if (line === undefined) {
      this.#setDown(span, number);
      return true;
    }
    this.#lastWasUnreadable = false;
    if (line.op === 'seal') {
      this.#seal = span;
      return false;
    }
    const before = this.records.get(line.key);
    if (line.op === 'remove') {
      this.#subtract(before);
      this.records.delete(line.key);
    } else if (line.op === 'put' || before === undefined) {
      this.#subtract(before);
      this.#subtract(this.records.set(line.key, { record: line.record, span }));
      this.#liveBytes += bytesOf(span);
    }
    if (line.id === this.#awaited?.id) {
      this.#awaited = { id: line.id, met: { before: before?.record } };
    }
    return true;
  }

  #subtract(entry: LoggedRecord | undefined): void {
    if (entry !== undefined) this.#liveBytes -= bytesOf(entry.span);
  }

  #setDown(span: LineSpan, line: number): void {
    const last = this.#lastWasUnreadable ? this.#unreadable.pop() : undefined;
    const { from } = last?.span ?? span;
    this.#unreadable.push({
      line: last?.line ?? line,
      lines: (last?.lines ?? 0) + 1,
      span: { from, to: span.to },
    });
    this.#lastWasUnreadable = true;
  }
}
