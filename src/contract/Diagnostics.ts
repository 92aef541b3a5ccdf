import type { JobErrorTag } from '../errors/JobErrorTag.js';
import type { JobRef } from '../model/JobRef.js';
import type { HttpMethod } from './HttpPort.js';

/** Where and for what something happened. @since 0.1.0 */
export interface DiagnosticContext {
  /** The vendor. */
  readonly provider: string;
  /** The method, such as `aurora.run`. */
  readonly operation: string;
  /** The job, once it has an id. */
  readonly ref?: JobRef | undefined;
}

/**
 * What happens inside a client, for logs and meters: no key, no body, no query.
 *
 * @since 0.1.0
 */
export type DiagnosticEvent = DiagnosticContext &
  (
    | { readonly type: 'request'; readonly method: HttpMethod; readonly path: string }
    | { readonly type: 'response'; readonly status: number; readonly durationMs: number }
    | { readonly type: 'retry'; readonly afterMs: number; readonly reason: JobErrorTag }
    | { readonly type: 'limited'; readonly bucket: string }
    | { readonly type: 'unknown-status'; readonly status: string }
    | { readonly type: 'error'; readonly tag: JobErrorTag }
    /** A terminal job seemed to change, two creates got the same id, or a look bore another. */
    | { readonly type: 'anomaly'; readonly message: string }
  );
