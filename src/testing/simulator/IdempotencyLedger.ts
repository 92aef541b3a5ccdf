import type { SimJob } from './SimJob.js';
import type { SimResponse } from './SimResponse.js';
import type { World } from './World.js';

/** A request under a key. @since 0.1.0 */
export interface KeyedRequest {
  /** The key within its scope: the account, and the operation where keys are kept apart by it. */
  readonly key: string;
  /** What was asked for; another one under the same key is a conflict. */
  readonly fingerprint: string;
  /** How long the answer will be under way, in milliseconds. */
  readonly delayMs: number;
}

/** What a vendor made of a request. @since 0.1.0 */
export interface Made {
  readonly response: SimResponse;
  readonly job?: SimJob;
}

interface Entry extends Made {
  readonly fingerprint: string;
  readonly answeredAtMs: number;
  readonly forgottenAtMs: number;
}

/** The answers that were given under idempotency keys. @since 0.1.0 */
export class IdempotencyLedger {
  readonly #world: World;
  readonly #keptMs: number;
  readonly #entries = new Map<string, Entry>();

  /**
   * @param world - where time comes from
   * @param keptMs - how long an answer is kept, in milliseconds; for ever unless told
   */
  constructor(world: World, keptMs: number = Infinity) {
    this.#world = world;
    this.#keptMs = keptMs;
  }

  /**
   * Makes what is asked for, once a key. Only answers below 300 are kept.
   *
   * @param request - the request under its key
   * @param make - does the work
   * @returns the first answer, the same again, or why there is none
   */
  once(
    request: KeyedRequest,
    make: () => Made,
  ): { readonly response: SimResponse; readonly replayed: boolean } | 'in-progress' | 'conflict' {
    const nowMs = this.#world.now();
    const entry = this.#entries.get(request.key);
    if (entry === undefined || entry.forgottenAtMs <= nowMs) return this.#first(request, make());
    if (entry.fingerprint !== request.fingerprint) return 'conflict';
    if (entry.answeredAtMs > nowMs) return 'in-progress';
    if (entry.job !== undefined) entry.job.creates += 1;
    return { response: entry.response, replayed: true };
  }

  #first(
    { key, fingerprint, delayMs }: KeyedRequest,
    made: Made,
  ): { readonly response: SimResponse; readonly replayed: boolean } {
    const nowMs = this.#world.now();
    if (made.response.status < 300) {
      const answeredAtMs = nowMs + delayMs;
      const forgottenAtMs = nowMs + this.#keptMs;
      this.#entries.set(key, { ...made, fingerprint, answeredAtMs, forgottenAtMs });
    }
    return { response: made.response, replayed: false };
  }
}
