import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { buildPackage, NODE_SOURCES } from '../buildPackage.js';
import type { BuiltPackage } from '../buildPackage.js';
import { useBench } from './bench.js';

const MIB = 2 ** 20;
const LARGE_MIB = 256;

const bench = useBench();
let built: BuiltPackage;

beforeAll(() => {
  built = buildPackage('memory', NODE_SOURCES);
  built.add('spec/wire/node', 'spec', ['downloadMeasured.ts']);
}, 120_000);
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
  const child = spawn(process.execPath, ['--expose-gc', program, ...args], {
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
  const measured = JSON.parse(output) as Readonly<Record<string, number>>;
  expect(measured['receivedBytes']).toBe(LARGE_MIB * MIB);
  expect(measured['looks']).toBeGreaterThan(2);
  expect(measured['moreHeld']).toBeLessThan(4 * MIB);
  // Garbage counts here, until it is collected; a body that is kept would be more than twice that.
  expect(measured['moreTaken']).toBeLessThan(100 * MIB);
}, 120_000);
