import type { SimRequest } from './SimRequest.js';
import type { SimResponse } from './SimResponse.js';

/** A request that was matched to a route. @since 0.1.0 */
export interface Call {
  readonly request: SimRequest;
  /** The named parts of the path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  /** The key that was shown; empty on a route that needs none. */
  readonly account: string;
  /** How long the answer will be under way, in milliseconds. */
  readonly delayMs: number;
}

/** An answer that is held back until a moment, then written. @since 0.1.0 */
export interface Hold {
  /** Epoch milliseconds. */
  readonly untilMs: number;
  readonly then: () => SimResponse;
}
