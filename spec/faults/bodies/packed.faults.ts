import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import type { JobErrorTag } from 'rushes';
import { DESKS } from '../bench/desks.js';
import type { Act } from '../bench/ModelServer.js';
import type { Trial } from '../fault.js';
import { atEveryVendor, fault } from '../fault.js';
import { named } from '../variants.js';

// Packed bodies, whole and not: the exact value comes of them, or an error; never something between.

const sendsBytes =
  (coding: string, body: Uint8Array): Act =>
  ({ socket }) => {
    const head = `Content-Encoding: ${coding}\r\nContent-Length: ${body.length}`;
    socket.write(`HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n${head}\r\n\r\n`);
    socket.write(body);
  };

/** The same bytes with one bit turned over, in their middle. */
function broken(bytes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const middle = Math.floor(copy.length / 2);
  copy[middle] = (copy[middle] ?? 0) ^ 0x10;
  return copy;
}

const half = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, Math.floor(bytes.length / 2));

type Packed = (text: string) => Uint8Array;

/** How it is packed, what is sent of that, and the errors that may come instead of the value. */
const CASES: readonly (readonly [
  name: string,
  coding: string,
  pack: Packed,
  ...errors: readonly JobErrorTag[],
])[] = [
  ['gzip', 'gzip', (text) => gzipSync(text)],
  ['gzip in capitals', 'GZIP', (text) => gzipSync(text)],
  ['deflate', 'deflate', (text) => deflateSync(text)],
  ['deflate without a header', 'deflate', (text) => deflateRawSync(text)],
  ['brotli', 'br', (text) => brotliCompressSync(text)],
  ['identity', 'identity', (text) => Buffer.from(text)],
  ['gzip twice', 'gzip, gzip', (text) => gzipSync(gzipSync(text))],
  ['gzip in brotli', 'gzip, br', (text) => brotliCompressSync(gzipSync(text))],
  ['gzip without its last bytes', 'gzip', (text) => gzipSync(text).subarray(0, -6)],
  ['half of gzip', 'gzip', (text) => half(gzipSync(text)), 'Undecodable', 'NetworkFault'],
  ['half of brotli', 'br', (text) => half(brotliCompressSync(text)), 'Undecodable', 'NetworkFault'],
  [
    'gzip with a wrong bit',
    'gzip',
    (text) => broken(gzipSync(text)),
    'Undecodable',
    'NetworkFault',
  ],
  ['no gzip at all', 'gzip', (text) => Buffer.from(text), 'NetworkFault'],
  ['gzip once, called twice', 'gzip, gzip', (text) => gzipSync(text), 'NetworkFault'],
  ['gzip twice, called once', 'gzip', (text) => gzipSync(gzipSync(text)), 'Undecodable'],
  ['gzip, called nothing', 'identity', (text) => gzipSync(text), 'Undecodable'],
  ['of unknown coding', 'zstd', (text) => Buffer.from(gzipSync(text)), 'Undecodable'],
  ['plain, of unknown coding', 'x-own', (text) => Buffer.from(text)],
];

fault(
  'C8',
  Object.assign(
    {},
    ...CASES.map(([name, coding, pack, ...errors]) =>
      named(
        name,
        atEveryVendor(async (bench, vendor) => {
          const { body, words } = DESKS[vendor];
          const whole = { ...body('a1', words.done), more: 'zażółć 🎬 '.repeat(200) };
          const look = sendsBytes(coding, pack(JSON.stringify(whole)));
          const { get } = await bench.wire(vendor, { look });
          const seen = bench.see(get('a1'));
          await seen.ended;
          if (errors.length === 0) {
            expect(seen.words).toEqual(['succeeded', '|']);
            expect(seen.last.raw).toEqual(whole);
          } else {
            expect(errors).toContain(seen.error._tag);
            expect(seen.values).toEqual([]);
            expect(seen.error.ref?.id).toBe('a1');
          }
        }),
      ),
    ),
  ) as Readonly<Record<string, Trial>>,
);
