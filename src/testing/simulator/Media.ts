import type { Call } from './Call.js';
import type { ProtocolTools } from './Protocol.js';
import type { Route } from './Route.js';
import { seededRandom } from './seededRandom.js';
import type { SimResponse } from './SimResponse.js';
import type { UrlSigner } from './UrlSigner.js';
import { drawText } from './vendorId.js';

/** How long a signed URL of the simulator works, in milliseconds. @since 0.1.0 */
export const MEDIA_LIFE_MS = 24 * 3_600_000;

/** A signed URL and its end. @since 0.1.0 */
export interface SignedUrl {
  readonly url: string;
  /** Epoch milliseconds. */
  readonly expiresAtMs: number;
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  mp4: 'video/mp4',
  wav: 'audio/wav',
  mp3: 'audio/mpeg',
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webm: 'video/webm',
  html: 'text/html; charset=utf-8',
  jsonl: 'application/x-ndjson',
  bin: 'application/octet-stream',
};

/**
 * The files that a vendor's jobs make: signed URLs, and the route that serves them without a key.
 *
 * @since 0.1.0
 */
export class Media {
  readonly #tools: ProtocolTools;
  readonly #folder: string;
  readonly #signer: UrlSigner;
  readonly #written: (jobId: string, file: string) => string | undefined;

  /**
   * @param tools - where the vendor is
   * @param folder - the path of the files from the vendor's root
   * @param signer - how the vendor signs
   * @param written - what a file holds; a line of ours where it gives `undefined`
   */
  constructor(
    tools: ProtocolTools,
    folder: string,
    signer: UrlSigner,
    written: (jobId: string, file: string) => string | undefined = () => undefined,
  ) {
    this.#tools = tools;
    this.#folder = folder;
    this.#signer = signer;
    this.#written = written;
  }

  /**
   * A URL of a job's file that works for a day from `atMs`.
   *
   * @param jobId - whose file
   * @param file - its name, with an ending
   * @param atMs - when it is signed, epoch milliseconds; now unless told
   */
  url(jobId: string, file: string, atMs: number = this.#tools.world.now()): SignedUrl {
    const expiresAtMs = atMs + MEDIA_LIFE_MS;
    const expiresS = Math.floor(expiresAtMs / 1000);
    const path = `${this.#folder}/${jobId}/${file}`;
    const query = this.#signer.write(signature(path, expiresS), expiresS);
    return { url: `${this.#tools.baseUrl()}${path}?${query}`, expiresAtMs };
  }

  /** Serves the files: 403 for a URL that was not signed here, or whose time is over. */
  get route(): Route {
    return {
      method: 'GET',
      path: `${this.#folder}/:job/:file`,
      role: 'media',
      open: true,
      answer: (call) => this.#serve(call),
    };
  }

  #serve({ request, params }: Call): SimResponse {
    const { job: jobId = '', file = '' } = params;
    const claimed = this.#signer.read(request.query);
    const sound = claimed.signature === signature(request.path, claimed.expiresS);
    const expired = !(claimed.expiresS * 1000 > this.#tools.world.now());
    if (!sound || expired) return plain(403, 'Access denied');
    if (this.#tools.book.find(jobId) === undefined) return plain(404, 'Not found');
    const type = CONTENT_TYPES[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    return {
      status: 200,
      headers: { 'content-type': type },
      body: this.#written(jobId, file) ?? `simulated ${file} of ${jobId}\n`,
    };
  }
}

function signature(path: string, expiresS: number): string {
  return drawText(seededRandom('signature', path, expiresS), 32);
}

function plain(status: number, body: string): SimResponse {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body };
}
