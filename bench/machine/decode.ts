import type { Result } from '../Result.js';
import type { Decoding } from './decodeChild.js';
import { inChild } from './inChild.js';

/** What it takes to check an answer, beside parsing it. */
export async function decode(): Promise<readonly Result[]> {
  const {
    bytes,
    parse,
    decode: figure,
    guard,
  } = await inChild<object, Decoding>('decodeChild', {});
  return [
    {
      id: 'decode.io-ts',
      part: 'machine',
      name: 'decoding an answer of a finished job, mean of the four vendors',
      unit: 'ns',
      figure,
      time: 'real',
      runs: 7,
      facts: { 'JSON.parse ns': parse, 'x JSON.parse': figure / parse, 'bytes an answer': bytes },
      limit: guard,
      peers: [{ name: 'guard written by hand', figure: guard }],
      note: 'The limit is a guard by hand of the same fields. It tells nothing of what was wrong.',
    },
  ];
}
