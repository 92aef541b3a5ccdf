import { Closed } from '../errors/Closed.js';
import type { JobErrorFacts } from '../errors/JobErrorBase.js';
import type { Environment } from './Environment.js';
import { JobLoops } from './JobLoops.js';
import { PendingWrites } from './PendingWrites.js';
import type { AnyCall, CallHooks, PaidCall } from './PaidCall.js';

/** What `close()` gives creates that are on their way to be answered. */
const CLOSING_MS = 1_000;

/**
 * What all methods of one client share: its loops, its paid calls, and whether it is closed.
 *
 * @since 0.1.0
 */
export class Engine {
  readonly environment: Environment;
  readonly loops: JobLoops;
  /** What every paid call of this client tells. */
  readonly hooks: CallHooks;
  readonly #calls = new Set<AnyCall>();
  readonly #asking = new Set<() => void>();
  readonly #writes: PendingWrites;
  #closed = false;
  #closing: Promise<void> | undefined;
  #settle = (): void => undefined;

  constructor(environment: Environment) {
    this.#writes = new PendingWrites(environment.store, () => this.#settle());
    this.environment = { ...environment, store: this.#writes.store };
    this.loops = new JobLoops(this.environment, () => environment.slots.free());
    this.hooks = {
      running: (call, running) => this.#note(call, running),
      whenJobEnds: (then) => environment.slots.wait(then),
    };
  }

  /** Whether `close()` was called. */
  get closed(): boolean {
    return this.#closed;
  }

  /** The error of every method of a closed client. */
  closedError(operation: string, facts: Partial<JobErrorFacts> = {}): Closed {
    const { provider } = this.environment.vendor;
    return new Closed(`${operation}: this client was closed`, { provider, operation, ...facts });
  }

  /**
   * Ends all watches and reads with `Closed`, sends nothing more, and lets creates that are on their
   * way be answered and the store take what was written, for one second at most; their intents stay
   * there.
   */
  close(): Promise<void> {
    // Who is told of the end may subscribe or close again at once: that must find the client closed.
    this.#closed = true;
    if (this.#closing !== undefined) return this.#closing;
    let resolve = (): void => undefined;
    this.#closing = new Promise((settle) => {
      resolve = settle;
    });
    this.#end(resolve);
    return this.#closing;
  }

  #end(ended: () => void): void {
    this.loops.failAll((ref) => this.closedError('close', { ref, jobMayBeRunning: true }));
    for (const end of [...this.#asking]) end();
    for (const call of [...this.#calls]) {
      call.close(this.closedError('close', { outcome: 'not-sent' }));
    }
    const cancel = this.environment.clock.schedule(CLOSING_MS, () => {
      for (const call of [...this.#calls]) call.leave();
      ended();
    });
    this.#settle = () => {
      if (this.#calls.size > 0 || this.#writes.open > 0) return;
      cancel();
      ended();
    };
    this.#settle();
  }

  /** Calls back at `close()`, unless what is given back was called before. */
  whenClosed(end: () => void): () => void {
    this.#asking.add(end);
    return () => void this.#asking.delete(end);
  }

  /** Whether the answer to an intent of this client is still on its way. */
  awaits(intentId: string): boolean {
    return [...this.#calls].some(({ intent }) => intent.intentId === intentId);
  }

  /** The call itself, or one that is under way for the same job under the same key of the user's. */
  live<Made>(call: PaidCall<Made>): PaidCall<Made> {
    if (!call.keyed || call.outcome !== undefined) return call;
    for (const other of this.#calls) {
      // The same intent of the same input makes the same thing.
      if (other.isSameAs(call)) return other as PaidCall<Made>;
    }
    return call;
  }

  #note(call: AnyCall, running: boolean): void {
    if (running) this.#calls.add(call);
    else this.#calls.delete(call);
    this.#settle();
  }
}
