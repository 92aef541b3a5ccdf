import type { SchedulerLike } from 'rxjs';
import type { JobRef } from '../model/JobRef.js';

/** Options for {@link download}. @since 0.1.0 */
export interface DownloadOptions {
  /**
   * The name of the file, of 1 to 200 bytes, without a folder. Where it is taken, a number is added.
   *
   * @defaultValue the asset's role, with an extension by the content type or the URL
   */
  readonly fileName?: string;
  /** Largest file that is accepted, in bytes, `>= 1`. @defaultValue 10 GiB */
  readonly maxBytes?: number;
  /**
   * Attempts in a row that may fail, the first one counted: a whole number from 1 to 100. One that got
   * 1 MiB further than all before it starts the count anew. @defaultValue 5
   */
  readonly attempts?: number;
  /**
   * How long to wait for an answer, and then for the next byte, in milliseconds. It does not bound the
   * whole: put `deadline(ms)` behind it for that. @defaultValue 30 s
   */
  readonly timeoutMs?: number;
  /** The job that made the asset: errors bear it, so that a fresh URL can be had. */
  readonly ref?: JobRef;
  /**
   * Origins, such as `http://127.0.0.1:4010`, that may be plain http or at an address that is not
   * public. Name your own servers alone: whoever can choose an asset's URL can have them asked.
   *
   * @defaultValue none
   */
  readonly privateOrigins?: readonly string[];
  /** Certificates in PEM to trust beside those that Node brings. @defaultValue none */
  readonly ca?: string | readonly string[];
  /** Gives the chance for the backoff, in `[0, 1)`. @defaultValue `Math.random` */
  readonly random?: () => number;
  /** Where time comes from. @defaultValue real time */
  readonly scheduler?: SchedulerLike;
}
