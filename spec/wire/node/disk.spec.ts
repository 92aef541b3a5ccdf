import { randomBytes } from 'node:crypto';
import { promises as disk, writeFileSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { isLeft } from 'rushes';
import { download } from 'rushes/node';
import { lastValueFrom } from 'rxjs';
import { expectCleanProcess, pause } from '../http/oracles.js';
import { useBench } from './bench.js';
import { contentOf, serving } from './servedFile.js';

const bench = useBench();
expectCleanProcess();

const bytes = randomBytes(50_000);

function* piecesOf(whole: Buffer): Generator<Buffer> {
  for (let at = 0; at < whole.length; at += 2 ** 16) yield whole.subarray(at, at + 2 ** 16);
}

beforeEach(() => {
  bench.vendor.answer = serving({ bytes });
});

const intoFolder = (dir: string) =>
  lastValueFrom(download(bench.asset(), dir, { privateOrigins: [bench.vendor.origin] }));

it.each([
  ['is a file', 'taken', 'EEXIST'],
  ['lies in a file', 'taken/a/b', 'ENOTDIR'],
])('a folder that %s is a StoreFault, and the connection is closed', async (_what, dir, code) => {
  writeFileSync(join(bench.dir, 'taken'), 'mine');
  const last = await intoFolder(join(bench.dir, dir));
  expect(isLeft(last) && last.left).toMatchObject({
    _tag: 'StoreFault',
    message: `download: the file could not be written: ${code}`,
    attempts: 1,
    retryable: false,
  });
  expect(bench.files()).toEqual({ taken: contentOf('mine') });
});

it('a name that is too long for the disk is a StoreFault', async () => {
  const last = await intoFolder(join(bench.dir, 'x'.repeat(300)));
  expect(isLeft(last) && last.left._tag).toBe('StoreFault');
});

describe('on a disk without links', () => {
  beforeEach(() => {
    const refused = Object.assign(new Error('not supported'), { code: 'EPERM' });
    jest.spyOn(disk, 'link').mockRejectedValue(refused);
  });
  afterEach(() => jest.restoreAllMocks());

  it('a file gets its name as well, and none is overwritten', async () => {
    writeFileSync(join(bench.dir, 'video_output.mp4'), 'mine');
    const { path } = await bench.saved();
    expect(path).toBe(join(bench.dir, 'video_output-2.mp4'));
    expect(bench.files()).toEqual({
      'video_output.mp4': contentOf('mine'),
      'video_output-2.mp4': contentOf(bytes),
    });
  });

  it('many files of one name do not take each other’s', async () => {
    await Promise.all(Array.from({ length: 8 }, () => bench.saved()));
    const files = bench.files();
    expect(Object.keys(files)).toHaveLength(8);
    expect(new Set(Object.values(files))).toEqual(new Set([contentOf(bytes)]));
  });

  it('a name that cannot be given leaves nothing', async () => {
    jest.spyOn(disk, 'rename').mockRejectedValue(Object.assign(new Error('no'), { code: 'EIO' }));
    expect(await bench.refusal()).toMatchObject({
      _tag: 'StoreFault',
      message: 'download: the file could not be written: EIO',
    });
  });
});

describe('a disk that is slow', () => {
  let disks: FileHandle;

  beforeEach(async () => {
    const handle = await disk.open(join(bench.dir, 'any'), 'wx');
    disks = Object.getPrototypeOf(handle) as FileHandle;
    await handle.close();
    await disk.rm(join(bench.dir, 'any'));
  });
  afterEach(() => jest.restoreAllMocks());

  it('slows the server down', async () => {
    const large = randomBytes(64 * 2 ** 20);
    let socket: Socket | null = null;
    bench.vendor.answer = (_request, response) => {
      ({ socket } = response);
      const headers = { 'Content-Type': 'video/mp4', 'Content-Length': large.length };
      Readable.from(piecesOf(large), { objectMode: false }).pipe(response.writeHead(200, headers));
    };
    let wakeUp = (): void => undefined;
    const asleep = new Promise<void>((resolve) => (wakeUp = resolve));
    const { write } = disks as unknown as { write: (...args: unknown[]) => Promise<unknown> };
    jest.spyOn(disks, 'write').mockImplementation(async function (this: FileHandle, ...args) {
      await asleep;
      return write.apply(this, args) as never;
    });
    const saved = bench.saved();
    const sent = () => socket?.bytesWritten ?? 0;
    for (let before = -1; before !== sent() || before === 0; await pause(100)) before = sent();
    // What the system's own buffers hold on both sides.
    expect(sent()).toBeLessThan(large.length / 2);
    wakeUp();
    await saved;
    expect(bench.files()).toEqual({ 'video_output.mp4': contentOf(large) });
  });

  it('or takes a few bytes at a time, gets all of them', async () => {
    const { write } = disks as unknown as { write: (...args: unknown[]) => Promise<unknown> };
    jest.spyOn(disks, 'write').mockImplementation(function (this: FileHandle, ...args) {
      const [from, offset, length, position] = args as unknown[];
      const few = Math.min(length as number, 1000);
      return write.call(this, from, offset, few, position) as never;
    });
    await bench.saved();
    expect(bench.files()).toEqual({ 'video_output.mp4': contentOf(bytes) });
  });

  it('or full, is a StoreFault that leaves nothing', async () => {
    const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    jest.spyOn(disks, 'write').mockRejectedValue(full);
    expect(await bench.refusal()).toMatchObject({
      _tag: 'StoreFault',
      message: 'download: the file could not be written: ENOSPC',
      attempts: 1,
    });
  });
});
