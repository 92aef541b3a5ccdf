import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { buildPackage } from '../buildPackage.js';
import type { BuiltPackage } from '../buildPackage.js';
import { useBench } from './bench.js';

const MIB = 2 ** 20;
const LARGE_MIB = 256;

const bench = useBench();
let built: BuiltPackage;

beforeAll(() => {
  built = buildPackage('memory');
  built.add('spec/wire/node', 'spec', ['downloadMeasured.ts']);
}, 60_000);
afterAll(() => built.remove());

const piece = randomBytes(MIB);

/** Sends as fast as the other side reads, and no faster. */
async function sendPieces(response: ServerResponse, count: number): Promise<void> {
  response.writeHead(200, { 'Content-Type': 'video/mp4', 'Content-Length': count * MIB });
  for (let sent = 0; sent < count; sent += 1) {
    if (!response.write(piece)) await once(response, 'drain');
  }
  response.end();
}

async function outputOf(program: string, args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [program, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  await once(child, 'close');
  return output;
}

it('a file of a quarter of a gibibyte takes no more memory than a small one', async () => {
  bench.vendor.answer = (request, response) =>
    sendPieces(response, request.url === '/large' ? LARGE_MIB : 1);
  const program = join(built.folder, 'spec', 'downloadMeasured.js');
  const output = await outputOf(program, [bench.vendor.origin, bench.dir]);
  const { receivedBytes, grownKiB } = JSON.parse(output) as Readonly<Record<string, number>>;
  expect(receivedBytes).toBe(LARGE_MIB * MIB);
  // What the collector leaves lying about for a while; a body that is kept would be eight times that.
  expect(grownKiB).toBeLessThan(32 * 1024);
}, 60_000);
