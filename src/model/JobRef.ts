import type { EpochMs } from './EpochMs.js';

/**
 * All that is needed to watch a job again, from any process, any day: no key and no URL is in it.
 *
 * @since 0.1.0
 */
export interface JobRef {
  /** Version of this shape. */
  readonly v: 1;
  /** The vendor: `creatify`, `sync`, `magic-hour`, `aurous`, or one of your own. */
  readonly provider: string;
  /** The family that watches the job, such as `aurora` or `videos`. */
  readonly kind: string;
  /** The vendor's id of the job. */
  readonly id: string;
  /** The account whose key made the job, when a client serves several. */
  readonly account?: string;
  /** When this library sent the create, by its own clock. */
  readonly submittedAt?: EpochMs;
}

/**
 * Writes a reference as one short line, such as `creatify:aurora:6f0c…`, each part percent-encoded.
 *
 * `account` and `submittedAt` are not part of the line; keep the JSON where they matter.
 *
 * @param ref - the reference to write
 * @returns `provider:kind:id`, which `parseRef` reads
 * @example
 * ```ts
 * import { formatRef } from 'rushes';
 *
 * const line: string = formatRef({ v: 1, provider: 'creatify', kind: 'aurora', id: '6f0c' });
 * ```
 * @since 0.1.0
 */
export function formatRef(ref: JobRef): string {
  return [ref.provider, ref.kind, ref.id].map(encodeURIComponent).join(':');
}
