import type { Random } from '../seededRandom.js';
import type { World } from '../World.js';
import { drawText, uuid } from '../vendorId.js';

/** A file in the simulated storage; its bytes are not kept. @since 0.1.0 */
export interface StoredFile {
  readonly key: string;
  readonly name: string;
  /** MIME type. */
  readonly type: string;
  /** What the URL to put it to must show. */
  readonly signature: string;
  /** Bytes that were put; `undefined` while none were. */
  readonly uploadedBytes: number | undefined;
  /** When the upload URL ends, epoch milliseconds. */
  readonly expiresAtMs: number;
}

/** `AUDIO`, `VIDEO` or `IMAGE`. @since 0.1.0 */
export type AssetType = 'AUDIO' | 'VIDEO' | 'IMAGE';

/** A file that was registered for use in jobs. @since 0.1.0 */
export interface SyncAsset {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  /** Epoch milliseconds. */
  readonly updatedAt: number;
  readonly name: string;
  readonly url: string;
  readonly type: AssetType;
  readonly inputType: 'UPLOAD' | 'URL';
  /** Bytes; `undefined` for a file that lies elsewhere. */
  readonly size: number | undefined;
  readonly visibility: string;
  readonly projectId: string | null;
}

/** Work that is kept together. @since 0.1.0 */
export interface SyncProject {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  /** Epoch milliseconds. */
  readonly updatedAt: number;
  readonly name: string;
  readonly description: string | null;
  readonly visibility: string;
  readonly mode: string;
  readonly defaultWorkflow: string | null;
}

/** A voice that speaks: one of the vendor's, or a clone. @since 0.1.0 */
export interface SyncVoice {
  readonly id: string;
  readonly name: string;
  readonly provider: 'elevenlabs';
  readonly previewUrl?: string;
}

/** What an account of sync.so holds besides jobs. Ids that were deleted stay taken. @since 0.1.0 */
export class SyncLibrary {
  readonly files = new Map<string, StoredFile>();
  readonly assets = new Map<string, SyncAsset>();
  readonly projects = new Map<string, SyncProject>();
  readonly deletedProjects = new Set<string>();
  readonly clones = new Map<string, SyncVoice>();
  readonly #random: Random;

  /** @param world - where chance comes from */
  constructor(world: World) {
    this.#random = world.random('sync', 'library');
  }

  /** A fresh id. */
  id(): string {
    return uuid(this.#random);
  }

  /** Makes a place for a file. */
  store(
    file: Pick<StoredFile, 'name' | 'type' | 'uploadedBytes'> & { readonly expiresAtMs?: number },
  ): StoredFile {
    const signature = drawText(this.#random, 32);
    const stored = { expiresAtMs: 0, ...file, key: this.id(), signature };
    this.files.set(stored.key, stored);
    return stored;
  }
}
