import { readSync } from 'node:fs';
import { MAX_LINE_BYTES } from './LogLine.js';

const NEWLINE = 0x0a;

/** Enough for what comes between two calls. */
const FIRST_BYTES = 2 ** 12;
const BULK_BYTES = 2 ** 18;

/** So much of what was read is read again, to see whether it is still the same. */
const OVERLAP_BYTES = 128;

/** Where a line is in its file, without the ends of lines around it. @since 0.1.0 */
export interface LineSpan {
  readonly from: number;
  readonly to: number;
}

/**
 * Takes a whole line; `undefined` for one that is too long to be read.
 *
 * @returns whether to go on to the next line
 * @since 0.1.0
 */
export type TakeLine = (line: Buffer | undefined, span: LineSpan, number: number) => boolean;

/**
 * Cuts what is appended to a file into lines, and reads only what is new. What has no end yet may still
 * be growing, and waits.
 *
 * @since 0.1.0
 */
export class LineFeed {
  readonly #fd: number;
  readonly #small = Buffer.allocUnsafe(FIRST_BYTES);
  #before = Buffer.alloc(0);
  #at = 0;
  #number = 1;
  #end = -1;
  /** Where the line began that is too long. */
  #longFrom: number | undefined;

  constructor(fd: number) {
    this.#fd = fd;
  }

  /** Up to here everything was read, in bytes. */
  get at(): number {
    return this.#at;
  }

  /**
   * Reads on, to the end of the file or until `take` has enough.
   *
   * @returns whether the file still holds what was read before
   */
  readOn(take: TakeLine): boolean {
    let chunk: Buffer = this.#small;
    for (;;) {
      const known = this.#before.length;
      const start = this.#at - known;
      const length = readSync(this.#fd, chunk, 0, chunk.length, start);
      if (chunk.compare(this.#before, 0, known, 0, Math.min(known, length)) !== 0) return false;
      const fresh = chunk.subarray(known, length);
      const { used, wantsMore } = this.#cut(fresh, take);
      this.#passOver(fresh, used);
      if (!wantsMore) return true;
      if (length === chunk.length) chunk = this.#larger(chunk, fresh, used);
      // A disk that fails may first give less than there is: the end is where nothing more comes.
      else if (start + length === this.#end) return true;
      this.#end = start + length;
    }
  }

  #cut(fresh: Buffer, take: TakeLine): { readonly used: number; readonly wantsMore: boolean } {
    let used = 0;
    let wantsMore = true;
    while (wantsMore) {
      const end = fresh.indexOf(NEWLINE, used);
      if (end < 0) break;
      const from = this.#longFrom ?? this.#at + used;
      const span = { from, to: this.#at + end };
      const isShort = this.#longFrom === undefined && end - used < MAX_LINE_BYTES;
      this.#longFrom = undefined;
      const line = isShort ? fresh.subarray(used, end) : undefined;
      used = end + 1;
      if (span.to > from) wantsMore = take(line, span, this.#number);
      this.#number += 1;
    }
    return { used, wantsMore };
  }

  #passOver(fresh: Buffer, used: number): void {
    if (used === 0) return;
    this.#before = Buffer.from(fresh.subarray(Math.max(0, used - OVERLAP_BYTES), used));
    this.#at += used;
  }

  /** Room for what is to come; a line for which there is never enough is passed over. */
  #larger(chunk: Buffer, fresh: Buffer, used: number): Buffer {
    if (chunk.length < BULK_BYTES) return Buffer.allocUnsafe(BULK_BYTES);
    if (used > 0) return chunk;
    if (chunk.length < 2 * MAX_LINE_BYTES) return Buffer.allocUnsafe(2 * chunk.length);
    this.#longFrom ??= this.#at;
    this.#passOver(fresh, fresh.length);
    return chunk;
  }
}
