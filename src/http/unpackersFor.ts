import type { NodeZlib, Unpacker } from './nodeBuiltins.js';

/** A body packed more often than this was packed to do harm. */
const MOST_CODINGS = 3;

const GZIP_MAGIC = 0x1f;
const ZLIB_METHOD = 8;
const ZLIB_HEADER = Uint8Array.of(0x78, 0x9c);

type Make = (zlib: NodeZlib) => Unpacker;

// Flushed at the end, so that what was cut still gives what can be unpacked.
const unzip: Make = (zlib) => {
  const flush = zlib.constants.Z_SYNC_FLUSH;
  return zlib.createUnzip({ flush, finishFlush: flush });
};
const brotli: Make = (zlib) => {
  const flush = zlib.constants.BROTLI_OPERATION_FLUSH;
  return zlib.createBrotliDecompress({ flush, finishFlush: flush });
};

const MAKERS: ReadonlyMap<string, Make> = new Map([
  ['gzip', unzip],
  ['x-gzip', unzip],
  ['deflate', unzip],
  ['br', brotli],
]);

/**
 * What a `Content-Encoding` says was done to a body, in the order in which it is undone; empty where
 * the body is to be taken as it came, also where the coding is unknown.
 *
 * @since 0.1.0
 */
export function codingsOf(header: unknown): readonly string[] {
  if (typeof header !== 'string') return [];
  const codings = header
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity');
  const known = codings.every((coding) => MAKERS.has(coding));
  return known && codings.length <= MOST_CODINGS ? codings.reverse() : [];
}

/** Deflate is sent with the header that its name asks for, or, by some servers, without one. */
const lacksHeader = (first: number): boolean =>
  first !== GZIP_MAGIC && (first & 0x0f) !== ZLIB_METHOD;

/**
 * What undoes the codings, one behind the other: what is written to the first comes out of the last.
 *
 * @param codings - from {@link codingsOf}, at least one
 * @param beginning - the first bytes that will be written
 * @since 0.1.0
 */
export function unpackersFor(
  codings: readonly string[],
  beginning: Uint8Array,
  zlib: NodeZlib,
): readonly Unpacker[] {
  const unpackers = codings.map((coding) => (MAKERS.get(coding) ?? unzip)(zlib));
  unpackers.forEach((unpacker, index) => {
    const next = unpackers[index + 1];
    if (next !== undefined) unpacker.pipe(next);
  });
  if (codings[0] === 'deflate' && lacksHeader(beginning[0] ?? 0)) unpackers[0]?.write(ZLIB_HEADER);
  return unpackers;
}
