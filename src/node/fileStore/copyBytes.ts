import { readSync, writeSync } from 'node:fs';
import type { LineSpan } from './LineFeed.js';

const PIECE_BYTES = 2 ** 18;
const NEWLINE = Buffer.from('\n');

/** Writes all of the bytes; a full disk throws. @since 0.1.0 */
export function writeAll(fd: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) done += writeSync(fd, bytes, done);
}

/**
 * Copies parts of a file to the end of another, each as a line of its own.
 *
 * @throws where the file has become shorter than they are
 * @since 0.1.0
 */
export function copyBytes(from: number, to: number, spans: Iterable<LineSpan>): void {
  const piece = Buffer.allocUnsafe(PIECE_BYTES);
  let filled = 0;
  const writeOut = (): void => {
    writeAll(to, piece.subarray(0, filled));
    filled = 0;
  };
  const end = (): void => {
    if (filled === piece.length) writeOut();
    filled += NEWLINE.copy(piece, filled);
  };
  for (const span of spans) {
    end();
    for (let at = span.from; at < span.to;) {
      if (filled === piece.length) writeOut();
      const wanted = Math.min(span.to - at, piece.length - filled);
      const length = readSync(from, piece, filled, wanted, at);
      if (length === 0) throw new Error('the file became shorter');
      at += length;
      filled += length;
    }
    end();
  }
  writeOut();
}
