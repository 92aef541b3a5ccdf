import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Transform } from 'node:stream';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import { isJobError } from 'rushes';
import { MOST_BYTES } from '../../../src/http/safeSettings.js';
import { buildPackage } from '../../wire/buildPackage.js';
import type { BuiltPackage } from '../../wire/buildPackage.js';
import { until } from '../../wire/http/oracles.js';
import { commitsAnd } from '../bench/acts.js';
import type { Bench } from '../bench/Bench.js';
import type { Act } from '../bench/ModelServer.js';
import { works } from '../bench/ModelServer.js';
import type { Trial } from '../fault.js';
import { atVendorsFrom, fault } from '../fault.js';
import { named } from '../variants.js';

// Bodies that would fill the memory. How much of it they take is measured in a process of its own.

const MIB = 2 ** 20;

const SOURCES = [
  'model',
  'errors',
  'timing',
  'contract',
  'operators',
  'promises',
  'http',
  'limits',
];

let built: BuiltPackage;
beforeAll(() => {
  built = buildPackage('large', [...SOURCES, 'stores', 'providers', 'engine', 'clients']);
  built.add('spec/faults/bodies', 'spec', ['lookMeasured.ts']);
}, 120_000);
afterAll(() => built.remove());

/** So many MiB of the letter x in JSON that bears an id, packed. */
async function bomb(pack: Transform, mib: number): Promise<Buffer> {
  const piece = Buffer.alloc(MIB, 'x');
  const pieces = function* () {
    yield '{"id":"paid-1","status":"running","text":"';
    for (let count = 0; count < mib; count += 1) yield piece;
    yield '"}';
  };
  const chunks: Buffer[] = [];
  for await (const chunk of Readable.from(pieces()).pipe(pack)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const quickBrotli = (): Transform =>
  createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 1 } });
const gzip = bomb(createGzip({ level: 1 }), 256);
const br = bomb(quickBrotli(), 256);

const sendsPacked =
  (coding: string, body: Promise<Buffer>): Act =>
  async ({ socket }) => {
    const bytes = await body;
    expect(bytes.length).toBeLessThan(2 * MIB);
    const head = `Content-Encoding: ${coding}\r\nContent-Length: ${bytes.length}`;
    socket.write(`HTTP/1.1 200 OK\r\n${head}\r\n\r\n`);
    socket.write(bytes);
  };

/** How much was sent of a body without an end, or of one of that length. */
interface Flood {
  readonly act: Act;
  readonly sentBytes: () => number;
}

function flood(length?: number): Flood {
  let sent = 0;
  const piece = Buffer.alloc(64 * 1024, 'x');
  const act: Act = ({ socket }) => {
    const head = length === undefined ? 'Connection: close' : `Content-Length: ${length}`;
    socket.write(`HTTP/1.1 200 OK\r\n${head}\r\n\r\n{"id":"paid-1","text":"`);
    const more = (): void => {
      do sent += piece.length;
      while (socket.write(piece) && !socket.destroyed && sent < (length ?? Infinity));
    };
    socket.on('drain', more);
    more();
  };
  return { act, sentBytes: () => sent };
}

interface Measured {
  readonly tag: string;
  readonly reason: string;
  readonly moreTaken: number;
}

/** What came of a look in a process of its own. */
async function measured(bench: Bench, look: Act): Promise<Measured> {
  const { server } = await bench.wire('creatify', (asked) =>
    asked.path.includes('small') ? works(asked) : look(asked),
  );
  const program = join(built.folder, 'spec', 'lookMeasured.js');
  const child = spawn(process.execPath, [program, server.url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  await once(child, 'close');
  bench.keep('what the process wrote', output);
  return JSON.parse(output) as Measured;
}

const expectStopped = ({ tag, reason, moreTaken }: Measured): void => {
  expect([tag, reason]).toEqual(['Undecodable', 'too-large']);
  expect(moreTaken).toBeLessThan(MOST_BYTES + 50 * MIB);
};

/** The same answer to a create: nobody knows what was made, but for the id at its beginning. */
const onACreate = (act: Act): Readonly<Record<string, Trial>> =>
  atVendorsFrom('aurous', async (bench, vendor) => {
    const { run, server } = await bench.wire(vendor, { create: commitsAnd(act) });
    const seen = bench.see(run());
    expect(await seen.ended).toEqual(['!SubmissionUnknown', '|']);
    if (!isJobError(seen.error, 'SubmissionUnknown')) throw seen.error;
    expect(seen.error.candidates).toMatchObject([{ id: 'paid-1' }]);
    expect(server.posts).toBe(1);
    await until(() => server.connections.every(({ closedAt }) => closedAt !== undefined));
  });

fault('C9', {
  'gzip, on a look': async (bench) =>
    expectStopped(await measured(bench, sendsPacked('gzip', gzip))),
  'brotli, on a look': async (bench) => expectStopped(await measured(bench, sendsPacked('br', br))),
  ...named('gzip, on a create', onACreate(sendsPacked('gzip', gzip))),
  ...named('brotli, on a create', onACreate(sendsPacked('br', br))),
});

const LONG = 200 * MIB;
/** What may be on its way when the client stops to read. */
const ON_ITS_WAY = 16 * MIB;

fault('C10', {
  'of 200 MB': async (bench) => {
    const { act, sentBytes } = flood(LONG);
    expectStopped(await measured(bench, act));
    expect(sentBytes()).toBeLessThan(MOST_BYTES + ON_ITS_WAY);
  },
  'without end': async (bench) => {
    const { act, sentBytes } = flood();
    expectStopped(await measured(bench, act));
    expect(sentBytes()).toBeLessThan(MOST_BYTES + ON_ITS_WAY);
  },
  ...named(
    'without end, on a create',
    onACreate((asked) => flood().act(asked)),
  ),
});
