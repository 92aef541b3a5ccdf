/**
 * One way in which an answer goes wrong. `commit` says whether the vendor did its work before:
 * with `commit: true` a failed create has made a job all the same.
 *
 * ```text
 * { name: 'status', status: 503, retryAfter: 2 }   an answer of that status, in the vendor's error shape
 * { name: 'status', status: 502, commit: true }    the gateway gives up after the job was made
 * { name: 'delay', ms: 300 }                       the answer is that much longer under way
 * { name: 'reset-before-commit' }                  the connection is reset, nothing happened
 * { name: 'reset-after-commit' }                   the connection is reset, but the work is done
 * { name: 'cut-body', keep: 0.5 }                  the connection ends in the middle of the body
 * { name: 'cut-body', framed: false }              the same without a Content-Length: nothing tells
 * { name: 'html', status: 502 }                    a gateway's page instead of JSON
 * { name: 'not-json' }                             the right headers, but no JSON
 * { name: 'empty-body' }                           the right status, nothing in it
 * { name: 'redirect', status: 307, location: url } somewhere else
 * { name: 'unknown-word', word: 'post_processing' } a status word that no page lists
 * { name: 'lying-progress' }                       everything is done already
 * { name: 'falling-progress' }                     progress runs backwards
 * { name: 'forgotten-job' }                        404, as if the job had never been
 * { name: 'hang' }                                 no answer, the connection stays open
 * { name: 'garbage' }                              bytes that are not HTTP
 * { name: 'trickle', everyMs: 50 }                 the body byte by byte
 * { name: 'content-type', type: 'text/plain' }     JSON under another name
 * { name: 'oversized-body', bytes: 20_000_000 }    JSON with that much white space behind it
 * ```
 *
 * @since 0.1.0
 */
export type Fault =
  | {
      readonly name: 'status';
      readonly status: number;
      /** JSON, or a text as it is; the vendor's own error shape unless told. */
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
      /** Seconds, or an HTTP date. */
      readonly retryAfter?: number | string;
      /** @defaultValue `false` */
      readonly commit?: boolean;
    }
  | { readonly name: 'delay'; readonly ms: number }
  | { readonly name: 'reset-before-commit' }
  | { readonly name: 'reset-after-commit' }
  | {
      readonly name: 'cut-body';
      /** The share of the body that arrives, `[0, 1]`. @defaultValue `0.5` */
      readonly keep?: number;
      /** Whether the headers promise the whole length. @defaultValue `true` */
      readonly framed?: boolean;
    }
  | {
      readonly name: 'html';
      /** @defaultValue `200` */
      readonly status?: number;
      /** @defaultValue `false` */
      readonly commit?: boolean;
    }
  | { readonly name: 'not-json' }
  | { readonly name: 'empty-body' }
  | {
      readonly name: 'redirect';
      /** @defaultValue `302` */
      readonly status?: 301 | 302 | 303 | 307 | 308;
      readonly location: string;
    }
  | {
      readonly name: 'unknown-word';
      /** @defaultValue `'post_processing'` */
      readonly word?: string;
    }
  | { readonly name: 'lying-progress' }
  | { readonly name: 'falling-progress' }
  | { readonly name: 'forgotten-job' }
  | {
      readonly name: 'hang';
      /** @defaultValue `false` */
      readonly commit?: boolean;
    }
  | { readonly name: 'garbage' }
  | { readonly name: 'trickle'; readonly everyMs: number }
  | {
      readonly name: 'content-type';
      /** @defaultValue `'text/plain'` */
      readonly type?: string;
    }
  | {
      readonly name: 'oversized-body';
      /** @defaultValue 9 MiB */
      readonly bytes?: number;
    };

/** Faults that need nothing but their name. @since 0.1.0 */
export type FaultName = Exclude<Fault['name'], 'status' | 'delay' | 'redirect' | 'trickle'>;
