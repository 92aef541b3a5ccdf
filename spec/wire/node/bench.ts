import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Either } from 'fp-ts/lib/Either.js';
import { isLeft, isRight } from 'fp-ts/lib/Either.js';
import type { Asset, JobError } from 'rushes';
import { download } from 'rushes/node';
import type { DownloadOptions, DownloadProgress } from 'rushes/node';
import { lastValueFrom, toArray } from 'rxjs';
import { everythingOf, until } from '../http/oracles.js';
import type { Answer, FileServer } from './FileServer.js';
import { startFileServer } from './FileServer.js';
import type { Break } from './servedFile.js';
import { contentOf } from './servedFile.js';

/** In every URL; no error may show it. */
export const SIGNATURE = 'canary-signature-5d81f0';

/** What a download of a spec emitted. */
export type Events = readonly Either<JobError, DownloadProgress>[];

/** Two servers and a folder of a spec's own. */
export interface Bench {
  /** The one that assets point to. */
  readonly vendor: FileServer;
  /** Another one on loopback, whose origin is not allowed unless told. */
  readonly stranger: FileServer;
  readonly dir: string;
  asset(changes?: Partial<Asset>): Asset;
  /** All events of a download that may ask the vendor, with the shortest waits. */
  events(asset?: Asset, options?: DownloadOptions): Promise<Events>;
  /** The last event of a download that is to succeed. */
  saved(asset?: Asset, options?: DownloadOptions): Promise<DownloadProgress & { done: true }>;
  /** The error of a download that is to fail, which leaves nothing on the disk. */
  refusal(asset?: Asset, options?: DownloadOptions): Promise<JobError>;
  /** Breaks a connection once all that went over it is on the disk. */
  readonly whenWritten: Break;
  /** What is in the folder: by name, what {@link contentOf} says of it; `no file` of a folder. */
  files(): Readonly<Record<string, string>>;
}

const nothing: Answer = (_request, response) => response.writeHead(404).end();

/** Sets a bench up before each test, and clears it away after it. */
export function useBench({ secure = false }: { readonly secure?: boolean } = {}): Bench {
  let vendor: FileServer;
  let stranger: FileServer;
  let dir: string;

  beforeEach(async () => {
    vendor = await startFileServer(nothing, { secure });
    stranger = await startFileServer(nothing);
    dir = mkdtempSync(join(tmpdir(), 'rushes-download-'));
  });
  afterEach(async () => {
    await vendor.close();
    await stranger.close();
    rmSync(dir, { recursive: true, force: true });
  });

  const sizes = () => readdirSync(dir).map((name) => statSync(join(dir, name)).size);

  const bench: Bench = {
    get vendor() {
      return vendor;
    },
    get stranger() {
      return stranger;
    },
    get dir() {
      return dir;
    },
    asset: (changes = {}) => ({
      url: `${vendor.origin}/jobs/1/output.mp4?X-Amz-Signature=${SIGNATURE}`,
      type: 'video',
      role: 'video_output',
      ...changes,
    }),
    events: (asset = bench.asset(), options = {}) => {
      const quick = { privateOrigins: [vendor.origin], random: () => 0, ...options };
      return lastValueFrom(download(asset, dir, quick).pipe(toArray()));
    },
    saved: async (asset, options) => {
      const events = await bench.events(asset, options);
      const last = events.at(-1);
      if (last === undefined || isLeft(last)) throw last?.left ?? new Error('nothing came');
      if (!last.right.done) throw new Error('it ended before it was done');
      return last.right;
    },
    refusal: async (asset, options) => {
      const events = await bench.events(asset, options);
      const last = events.at(-1);
      if (last === undefined || isRight(last)) throw new Error('it did not fail');
      const shown = everythingOf(last.left);
      expect(shown).not.toContain(SIGNATURE);
      expect(shown).not.toMatch(/ClientRequest|IncomingMessage|TLSSocket/);
      expect(last.left.operation).toBe('download');
      expect(bench.files()).toEqual({});
      return last.left;
    },
    whenWritten: async (response, bytesOfFile) => {
      await until(() => sizes().includes(bytesOfFile));
      response.socket?.destroy();
    },
    files: () =>
      Object.fromEntries(
        readdirSync(dir, { withFileTypes: true }).map((entry) => [
          entry.name,
          entry.isFile() ? contentOf(readFileSync(join(dir, entry.name))) : 'no file',
        ]),
      ),
  };
  return bench;
}
