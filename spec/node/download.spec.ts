import { readdirSync } from 'node:fs';
import { isLeft } from 'rushes';
import type { Asset, InputIssue } from 'rushes';
import { download } from 'rushes/node';
import type { DownloadOptions } from 'rushes/node';
import { lastValueFrom, toArray } from 'rxjs';

const ASSET: Asset = {
  url: 'https://files.example/a.mp4?signature=canary-4f1b',
  type: 'video',
  role: 'video_output',
};
const DIR = 'never-made';

/** The one `Left` of a bad argument; nothing is sent or made for it. */
async function complaintOf(...parameters: readonly unknown[]): Promise<readonly InputIssue[]> {
  const [asset, dir, options] = parameters as Parameters<typeof download>;
  const events = await lastValueFrom(download(asset, dir, options).pipe(toArray()));
  const [event] = events;
  if (events.length !== 1 || event === undefined || !isLeft(event)) throw new Error('no complaint');
  const { left: error } = event;
  if (error._tag !== 'InvalidInput') throw error;
  expect(error).toMatchObject({ operation: 'download', attempts: 0, retryable: false });
  expect(`${error.message} ${JSON.stringify(error)}`).not.toContain('canary-4f1b');
  expect(readdirSync('.')).not.toContain(DIR);
  return error.issues;
}

describe('a bad asset is one Left', () => {
  const NO_ASSET = { path: 'asset', message: 'must be an asset of a snapshot' };

  it.each([undefined, null, 'https://files.example/a.mp4', [ASSET], 7])(
    'such as %j',
    async (asset) => {
      expect(await complaintOf(asset, DIR)).toEqual([NO_ASSET]);
    },
  );

  it('also where it cannot be read', async () => {
    const trap = Object.defineProperty({ ...ASSET }, 'url', {
      get: () => {
        throw new Error('canary-4f1b');
      },
    });
    expect(await complaintOf(trap, DIR)).toEqual([NO_ASSET]);
  });

  it.each([
    ['url', 'a.mp4', 'must be an absolute URL'],
    ['url', undefined, 'must be an absolute URL'],
    ['url', 'http://files.example/', 'must begin with https://, or be one of privateOrigins'],
    ['url', 'https://a:b@files.example/', 'must have no user name or password'],
    ['url', 'https://10.0.0.1/', 'must be at a public address, or be one of privateOrigins'],
    ['type', 'movie', 'must be video, audio, image, text or other'],
    ['role', undefined, 'must be text'],
    ['expiresAt', '2026-11-22', 'must be milliseconds since 1970, or absent'],
    ['expiresAt', NaN, 'must be milliseconds since 1970, or absent'],
  ])('by its %s %j: %s', async (name, value, message) => {
    expect(await complaintOf({ ...ASSET, [name]: value }, DIR)).toEqual([
      { path: `asset.${name}`, message },
    ]);
  });
});

it.each([undefined, '', 'a\0b', 7, null])('a bad folder is one Left: %j', async (dir) => {
  expect(await complaintOf(ASSET, dir)).toEqual([
    { path: 'dir', message: 'must be the path of a folder' },
  ]);
});

describe('a bad option is one Left', () => {
  const GAP = 'must be a number of milliseconds in [1, 2147483647]';
  const ORIGINS = 'must be a list of origins such as http://127.0.0.1:4010, without a path';
  const NAME =
    'must be the name of a file, of 1 to 200 bytes, without folders and reserved characters';

  it.each<readonly [keyof DownloadOptions, unknown, string]>([
    ['fileName', '../a.mp4', NAME],
    ['maxBytes', 0, 'must be a whole number of bytes >= 1'],
    ['maxBytes', 1.5, 'must be a whole number of bytes >= 1'],
    ['maxBytes', Infinity, 'must be a whole number of bytes >= 1'],
    ['attempts', 0, 'must be a whole number from 1 to 100'],
    ['attempts', 101, 'must be a whole number from 1 to 100'],
    ['attempts', '5', 'must be a whole number from 1 to 100'],
    ['timeoutMs', 0, GAP],
    ['timeoutMs', 2 ** 31, GAP],
    ['timeoutMs', '1000', GAP],
    ['ref', 'sync:generations:1', 'must be a reference of a job'],
    ['privateOrigins', 'http://127.0.0.1', ORIGINS],
    ['privateOrigins', ['http://127.0.0.1/'], ORIGINS],
    ['privateOrigins', ['http://127.0.0.1/a'], ORIGINS],
    ['privateOrigins', ['http://*.internal:80/'], ORIGINS],
    ['privateOrigins', ['file:///'], ORIGINS],
    ['privateOrigins', ['127.0.0.1'], ORIGINS],
    ['ca', 'a certificate', 'must be certificates in PEM'],
    ['ca', [7], 'must be certificates in PEM'],
    ['random', 0.5, 'must be a function that gives numbers in [0, 1)'],
    ['scheduler', {}, 'must be an RxJS scheduler'],
  ])('by %s %j: %s', async (path, value, message) => {
    expect(await complaintOf(ASSET, DIR, { [path]: value })).toEqual([{ path, message }]);
  });

  it.each([null, 'options', []])('that are %j', async (options) => {
    expect(await complaintOf(ASSET, DIR, options)).toEqual([
      { path: 'options', message: 'must be a plain object' },
    ]);
  });

  it('with all that is wrong in one', async () => {
    const issues = await complaintOf({ ...ASSET, type: 'x', role: 7 }, '', { attempts: 0 });
    expect(issues.map(({ path }) => path)).toEqual(['asset.type', 'asset.role', 'dir', 'attempts']);
  });
});

it('a call does nothing, and never throws, before it is subscribed to', () => {
  expect(() => download(undefined as never, undefined as never)).not.toThrow();
  download(ASSET, DIR);
  expect(readdirSync('.')).not.toContain(DIR);
});
