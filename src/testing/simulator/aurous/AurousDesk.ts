import type { JobBook } from '../JobBook.js';
import type { Media } from '../Media.js';
import type { Random } from '../seededRandom.js';
import type { SimJob } from '../SimJob.js';
import type { SimRequest } from '../SimRequest.js';
import { prefixedUlid } from '../vendorId.js';
import type { World } from '../World.js';
import type { CharacterUploads } from './CharacterUploads.js';
import type { IdempotentCalls } from './IdempotentCalls.js';
import type { Purse } from './Purse.js';
import type { ReferenceFiles } from './ReferenceFiles.js';

/** What the operations of Aurous share. @since 0.1.0 */
export interface AurousDesk {
  readonly world: World;
  readonly book: JobBook;
  /** The pictures of characters. */
  readonly media: Media;
  readonly purse: Purse;
  readonly uploads: CharacterUploads;
  readonly files: ReferenceFiles;
  readonly keyed: IdempotentCalls;
  readonly requestIds: RequestIds;
  /** Where the vendor is reached: origin and prefix, without a slash at the end. */
  readonly baseUrl: () => string;
}

/** Gives every request an id, the same whenever it is asked for. @since 0.1.0 */
export class RequestIds {
  readonly #random: Random;
  readonly #ids = new WeakMap<SimRequest, string>();

  /** @param random - where ids come from */
  constructor(random: Random) {
    this.#random = random;
  }

  /** The id of a request. */
  of(request: SimRequest): string {
    const id = this.#ids.get(request) ?? prefixedUlid('req', this.#random);
    this.#ids.set(request, id);
    return id;
  }
}

/**
 * The job of one of these kinds, unless it was never made, deleted or forgotten.
 *
 * @param desk - of the vendor
 * @param kinds - the families
 * @param id - as the path names it
 * @since 0.1.0
 */
export function jobAt(
  desk: AurousDesk,
  kinds: readonly string[],
  id: string | undefined,
): SimJob | undefined {
  const job = desk.book.find(id);
  return job !== undefined && kinds.includes(job.kind) ? job : undefined;
}
