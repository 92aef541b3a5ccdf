import { crc32 } from 'node:zlib';
import type { StoreRecord } from '../../contract/JobStore.js';
import { isRecord } from '../../stores/decodeRecord.js';

/** A longer line is not read, so none is written. @since 0.1.0 */
export const MAX_LINE_BYTES = 2 ** 20;

/** Its first characters are the checksum of the rest, in hexadecimal, and a space. */
const CHECKSUM_CHARS = 8;
const SPACE = 0x20;

/**
 * One change, or the seal after which a file counts no further.
 *
 * `add` changes nothing where the key is there already.
 *
 * @since 0.1.0
 */
export type LogLine =
  | {
      readonly id: string;
      readonly op: 'put' | 'add';
      readonly key: string;
      readonly record: StoreRecord;
    }
  | { readonly id: string; readonly op: 'remove'; readonly key: string }
  | { readonly id: string; readonly op: 'seal' };

const isText = (value: unknown): value is string => typeof value === 'string';

function isLogLine(value: unknown): value is LogLine {
  if (typeof value !== 'object' || value === null) return false;
  const { id, op, key, record } = value as Readonly<Record<string, unknown>>;
  if (!isText(id)) return false;
  if (op === 'seal') return true;
  if (op === 'remove') return isText(key);
  return (op === 'put' || op === 'add') && isText(key) && isRecord(record);
}

const checksumOf = (json: Uint8Array): string =>
  crc32(json).toString(16).padStart(CHECKSUM_CHARS, '0');

/** What is there as the checksum; `NaN` where it cannot be one. */
function checksumIn(line: Buffer): number {
  const text = line.toString('latin1', 0, CHECKSUM_CHARS);
  return line[CHECKSUM_CHARS] === SPACE ? Number(`0x${text}`) : NaN;
}

const withoutPrototype = (name: string, value: unknown): unknown =>
  name === '__proto__' ? undefined : value;

function parse(text: string): unknown {
  // A name may be spelled with escapes. Lines of ours have neither, and are read the fast way.
  const isPlain = !text.includes('__proto__') && !text.includes('\\u');
  try {
    return isPlain ? JSON.parse(text) : JSON.parse(text, withoutPrototype);
  } catch {
    return undefined;
  }
}

/**
 * Reads a line, without the ends of lines around it.
 *
 * @returns `undefined` where it is torn, or not one of ours
 * @since 0.1.0
 */
export function parseLine(line: Buffer): LogLine | undefined {
  const json = line.subarray(CHECKSUM_CHARS + 1);
  if (checksumIn(line) !== crc32(json)) return undefined;
  const value = parse(json.toString());
  return isLogLine(value) ? value : undefined;
}

/**
 * Writes a line, with the end of a line before it as well: so it begins anew whatever a process that was
 * killed has left.
 *
 * @throws where it could not be read again
 * @since 0.1.0
 */
export function formatLine(line: LogLine): Buffer {
  const json = Buffer.from(JSON.stringify(line));
  const bytes = Buffer.concat([Buffer.from(`\n${checksumOf(json)} `), json, Buffer.from('\n')]);
  if (bytes.length > MAX_LINE_BYTES) throw new RangeError('the record is too large for a store');
  if (parseLine(bytes.subarray(1, -1)) === undefined) {
    throw new TypeError('what is to be stored is not a record of this version');
  }
  return bytes;
}
