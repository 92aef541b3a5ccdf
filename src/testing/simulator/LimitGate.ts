import type { Hold } from './Call.js';
import type { ProtocolLimits } from './Protocol.js';
import type { SimResponse } from './SimResponse.js';
import { TokenBucket } from './TokenBucket.js';
import type { BucketReading, BucketSpec } from './TokenBucket.js';
import type { World } from './World.js';

/** Keeps a vendor's rate limits, one bucket a name and key. @since 0.1.0 */
export class LimitGate {
  readonly #world: World;
  readonly #limits: ProtocolLimits | undefined;
  readonly #buckets = new Map<string, TokenBucket>();

  constructor(world: World, limits: ProtocolLimits | undefined) {
    this.#world = world;
    this.#limits = limits;
  }

  /**
   * Answers when the bucket has a token, else refuses.
   *
   * @param account - whose bucket
   * @param name - which bucket; `undefined` when the route has no limit
   * @param answer - writes the answer
   */
  pass(
    account: string,
    name: string | undefined,
    answer: () => SimResponse | Hold,
  ): SimResponse | Hold {
    const spec = name === undefined ? undefined : this.#limits?.buckets[name];
    if (this.#limits === undefined || name === undefined || spec === undefined) return answer();
    const reading = this.#binds(spec)
      ? this.#bucket(account, name, spec).take(this.#world.now())
      : this.#unbound(name, spec);
    const headers = this.#limits.headers?.(reading) ?? {};
    const dress = (response: SimResponse): SimResponse => ({
      ...response,
      headers: { ...headers, ...response.headers },
    });
    const said = reading.allowed ? answer() : this.#limits.refuse(reading);
    return 'untilMs' in said ? { ...said, then: () => dress(said.then()) } : dress(said);
  }

  #binds(spec: BucketSpec): boolean {
    const { limits = 'default' } = this.#world.options;
    return limits === 'documented' || (limits === 'default' && spec.binds === 'default');
  }

  #bucket(account: string, name: string, spec: BucketSpec): TokenBucket {
    const key = `${name}/${account}`;
    const bucket = this.#buckets.get(key) ?? new TokenBucket(name, spec, this.#world.now());
    this.#buckets.set(key, bucket);
    return bucket;
  }

  /** A limit that does not bind looks like a bucket that is always full. */
  #unbound(name: string, spec: BucketSpec): BucketReading {
    const { burst } = spec;
    const fullAtMs = this.#world.now();
    return { name, allowed: true, capacity: burst, remaining: burst, fullAtMs, nextInMs: 0 };
  }
}
