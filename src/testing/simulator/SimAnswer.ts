import type { SimResponse } from './SimResponse.js';

/**
 * What leaves the vendor's side: a whole answer, or what is left of one.
 *
 * - `whole`: the answer as the vendor wrote it
 * - `reset`: the connection is reset, nothing is sent
 * - `cut`: the connection ends after `keepBytes` of the body; `framed` says whether the headers
 *   promised the whole length, so that the cut can be seen
 * - `hang`: nothing is sent, the connection stays open
 * - `trickle`: the body is sent one byte every `everyMs`
 * - `garbage`: bytes that are not HTTP
 *
 * @since 0.1.0
 */
export type SimAnswer =
  | { readonly kind: 'whole'; readonly response: SimResponse }
  | { readonly kind: 'reset' }
  | {
      readonly kind: 'cut';
      readonly response: SimResponse;
      readonly keepBytes: number;
      readonly framed: boolean;
    }
  | { readonly kind: 'hang' }
  | { readonly kind: 'trickle'; readonly response: SimResponse; readonly everyMs: number }
  | { readonly kind: 'garbage' };

/** An answer that does leave: one that hangs is never emitted. @since 0.1.0 */
export type SentAnswer = Exclude<SimAnswer, { readonly kind: 'hang' }>;
