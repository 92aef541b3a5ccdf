import type { JsonFields } from '../JsonFields.js';
import type { Random } from '../seededRandom.js';
import { prefixedUlid } from '../vendorId.js';
import type { World } from '../World.js';

const LIFE_MS = 24 * 3_600_000;

/** A picture that images and videos can name; its bytes are not kept. @since 0.1.0 */
export interface ReferenceFile {
  readonly id: string;
  readonly purpose: string;
  /** MIME type. */
  readonly type: string;
  readonly sizeBytes: number;
  readonly metadata: JsonFields | null;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  /** Epoch milliseconds. */
  readonly expiresAtMs: number;
}

/** The files of a team; each is gone after a day. @since 0.1.0 */
export class ReferenceFiles {
  readonly #world: World;
  readonly #random: Random;
  readonly #files = new Map<string, ReferenceFile>();

  /** @param world - where time and chance come from */
  constructor(world: World) {
    this.#world = world;
    this.#random = world.random('aurous', 'files');
  }

  /** Keeps a file. */
  add(facts: Pick<ReferenceFile, 'purpose' | 'type' | 'sizeBytes' | 'metadata'>): ReferenceFile {
    const id = prefixedUlid('file', this.#random);
    const createdAt = this.#world.now();
    const file = { ...facts, id, createdAt, expiresAtMs: createdAt + LIFE_MS };
    this.#files.set(id, file);
    return file;
  }

  /** The file, unless it is gone. */
  find(id: string | undefined): ReferenceFile | undefined {
    const file = id === undefined ? undefined : this.#files.get(id);
    return file !== undefined && file.expiresAtMs > this.#world.now() ? file : undefined;
  }

  /** Deletes a file, if it is there. */
  remove(id: string | undefined): boolean {
    return this.find(id) !== undefined && this.#files.delete(id ?? '');
  }
}
