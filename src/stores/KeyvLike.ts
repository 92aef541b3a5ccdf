/**
 * A Keyv, told by what is needed of it, so that whoever brings none needs no types of it.
 *
 * @since 0.1.0
 */
export interface KeyvLike {
  /** The value under the key, or `undefined`. */
  get(key: string): Promise<unknown>;
  /** The values under the keys, in their order, where the storage can give many at once. */
  getMany?(keys: string[]): Promise<readonly unknown[]>;
  /** Writes; `ttl` in milliseconds, where 0 keeps the value for ever. */
  set(key: string, value: string, ttl?: number): Promise<unknown>;
  /** Forgets the value under the key. */
  delete(key: string): Promise<unknown>;
  /** Listens to what goes wrong beside the answers. */
  on(event: 'error', listener: (error: unknown) => void): unknown;
  /** Stops listening. */
  off(event: 'error', listener: (error: unknown) => void): unknown;
  /** Whether failures of the storage reach the caller; must not be `false`. */
  readonly throwOnErrors?: boolean;
  /** The options it was made with. */
  readonly opts?: {
    /** Whether failures are told to listeners; must not be `false`. */
    readonly emitErrors?: boolean;
  };
  /** The storage itself: a `Map`, or the adapter of a database. */
  readonly store?: unknown;
}
