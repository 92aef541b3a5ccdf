/** A rate limit as a vendor documents it. @since 0.1.0 */
export interface BucketSpec {
  /** Tokens that come back in a minute. */
  readonly perMinute: number;
  /** Most tokens that can lie ready. */
  readonly burst: number;
  /** Whether the limit binds by default, or only when all documented ones do. */
  readonly binds: 'default' | 'documented';
}

/** What a bucket says after a request. @since 0.1.0 */
export interface BucketReading {
  readonly name: string;
  readonly allowed: boolean;
  /** Most tokens that can lie ready. */
  readonly capacity: number;
  /** Whole tokens that are left. */
  readonly remaining: number;
  /** When the bucket is full again, epoch milliseconds. */
  readonly fullAtMs: number;
  /** When the next token is there, in milliseconds from now; 0 when one is. */
  readonly nextInMs: number;
}

/** A token bucket that begins full. @since 0.1.0 */
export class TokenBucket {
  readonly #name: string;
  readonly #spec: BucketSpec;
  #tokens: number;
  #atMs: number;

  constructor(name: string, spec: BucketSpec, nowMs: number) {
    this.#name = name;
    this.#spec = spec;
    this.#tokens = spec.burst;
    this.#atMs = nowMs;
  }

  /** Takes a token if there is one. */
  take(nowMs: number): BucketReading {
    const { perMinute, burst } = this.#spec;
    const perMs = perMinute / 60_000;
    this.#tokens = Math.min(burst, this.#tokens + Math.max(0, nowMs - this.#atMs) * perMs);
    this.#atMs = nowMs;
    // Sums of fractions fall short of a whole token by rounding alone.
    const allowed = this.#tokens > 1 - 1e-9;
    if (allowed) this.#tokens = Math.max(0, this.#tokens - 1);
    return {
      name: this.#name,
      allowed,
      capacity: burst,
      remaining: Math.floor(this.#tokens + 1e-9),
      fullAtMs: nowMs + (burst - this.#tokens) / perMs,
      nextInMs: Math.max(0, (1 - this.#tokens) / perMs),
    };
  }
}
