import { link, mkdir, open, rename, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileName } from './FileName.js';
import { numbered } from './FileName.js';

/** Files of one name in one folder. */
const MOST_NUMBERS = 10_000;

const codeOf = (error: unknown): unknown => (error as { readonly code?: unknown } | null)?.code;

/** Makes what nobody else has: with a number where the name is taken. */
async function firstFree<T>(
  dir: string,
  name: FileName,
  make: (path: string) => Promise<T>,
): Promise<T> {
  for (let number = 1; ; number += 1) {
    try {
      return await make(join(dir, numbered(name, number)));
    } catch (error) {
      if (codeOf(error) !== 'EEXIST' || number === MOST_NUMBERS) throw error;
    }
  }
}

/** Unlike a rename, a link never takes the place of a file that is there. */
async function linked(part: string, path: string): Promise<boolean> {
  try {
    await link(part, path);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error;
    return false;
  }
  // The file is there; a second name of it does no harm.
  await rm(part, { force: true }).catch(() => undefined);
  return true;
}

/** For file systems without links: an empty file of ours keeps the name until the whole one has it. */
async function renamed(part: string, path: string): Promise<void> {
  await (await open(path, 'wx')).close();
  try {
    await rename(part, path);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

/**
 * A file under way: `<name>.part` until it is whole, so that whatever bears the name itself is whole.
 *
 * @since 0.1.0
 */
export class PartFile {
  readonly #dir: string;
  readonly #path: string;
  readonly #handle: FileHandle;
  #isPublished = false;

  private constructor(dir: string, path: string, handle: FileHandle) {
    this.#dir = dir;
    this.#path = path;
    this.#handle = handle;
  }

  /** Makes a part that nobody else has, and its folder where that is missing. */
  static async create(dir: string, name: FileName): Promise<PartFile> {
    await mkdir(dir, { recursive: true });
    const partName = { stem: name.stem, ending: `${name.ending}.part` };
    return firstFree(
      dir,
      partName,
      async (path) => new PartFile(dir, path, await open(path, 'wx')),
    );
  }

  /** Writes all of the bytes, the first one at `position`. */
  async write(bytes: Uint8Array, position: number): Promise<void> {
    for (let done = 0; done < bytes.length;) {
      const rest = bytes.length - done;
      const { bytesWritten } = await this.#handle.write(bytes, done, rest, position + done);
      done += bytesWritten;
    }
  }

  /** Forgets all bytes. */
  empty(): Promise<void> {
    return this.#handle.truncate(0);
  }

  /**
   * Gives the file its name, or the first free number of it. The bytes are on the disk before.
   *
   * @returns the absolute path
   */
  async publish(name: FileName): Promise<string> {
    await this.#handle.sync();
    await this.#handle.close();
    const published = await firstFree(this.#dir, name, async (path) => {
      if (!(await linked(this.#path, path))) await renamed(this.#path, path);
      return path;
    });
    // From now on the part's name may belong to another download.
    this.#isPublished = true;
    return published;
  }

  /** Leaves nothing behind but what was published. Never fails. */
  async discard(): Promise<void> {
    if (this.#isPublished) return;
    await this.#handle.close().catch(() => undefined);
    await rm(this.#path, { force: true }).catch(() => undefined);
  }
}
