import { EventEmitter } from 'node:events';
import type { KeyvStoreAdapter, StoredData } from 'keyv';

/** The ways in which adapters of storages fail, as those of Keyv's own family do. */
export type Failing =
  /** Rejects, as the SQLite and PostgreSQL adapters do. */
  | 'rejects'
  /** Tells its listeners and answers as if nothing were there, as the Redis adapter does. */
  | 'tells'
  /** Tells its listeners and never answers, as a Redis client does that connects for ever. */
  | 'hangs'
  /** Answers as if all were well. */
  | 'lies';

/** Which calls fail, and how. */
export interface StorageFault {
  readonly on: 'get' | 'set' | 'delete' | 'everything';
  readonly how: Failing;
}

/** A storage for Keyv on a `Map` that can be told to fail. */
export class FailingStorage extends EventEmitter implements KeyvStoreAdapter {
  readonly opts = {};
  namespace: string | undefined;
  fault: StorageFault | undefined;
  /** What is in it. */
  readonly map = new Map<string, unknown>();
  /** The time to live of each write, in milliseconds. */
  readonly ttls: (number | undefined)[] = [];
  /** Told before each call that does not fail; what it gives is waited for. */
  before: (call: string, key: string) => unknown = () => undefined;

  async get<T>(key: string): Promise<StoredData<T> | undefined> {
    const value = await this.#unlessFailing('get', key, () => this.map.get(key));
    return value as StoredData<T> | undefined;
  }

  async set(key: string, value: unknown, ttl?: number): Promise<unknown> {
    this.ttls.push(ttl);
    return this.#unlessFailing('set', key, () => this.map.set(key, value) && true);
  }

  async delete(key: string): Promise<boolean> {
    return (await this.#unlessFailing('delete', key, () => this.map.delete(key))) === true;
  }

  async clear(): Promise<void> {
    this.map.clear();
  }

  async #unlessFailing(on: string, key: string, work: () => unknown): Promise<unknown> {
    if (this.fault === undefined || (this.fault.on !== on && this.fault.on !== 'everything')) {
      await this.before(on, key);
      return work();
    }
    const error = new Error('connect ECONNREFUSED redis://:canary-pass@localhost:1');
    const { how } = this.fault;
    if (how === 'rejects') throw error;
    if (how !== 'lies') this.emit('error', error);
    return how === 'hangs' ? new Promise(() => undefined) : undefined;
  }
}
