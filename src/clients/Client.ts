import { isLeft } from '#fp-ts/Either';
import { decodeRef } from '../contract/decodeRef.js';
import type { WatchOptions } from '../contract/JobOptions.js';
import type { JobStream } from '../contract/JobStream.js';
import type { AnyKind } from '../engine/AnyKind.js';
import type { Engine } from '../engine/Engine.js';
import { refuse } from '../engine/refuse.js';
import { watch } from '../engine/watch.js';
import type { JobRef } from '../model/JobRef.js';

/**
 * What every vendor's client can do, whatever its families.
 *
 * @typeParam Output - the union of its families' outputs
 * @since 0.1.0
 */
export interface Client<Output, Preview = unknown> extends AsyncDisposable {
  /** Follows any job of this vendor, by its reference. */
  watch(ref: JobRef, options?: WatchOptions): JobStream<Output, Preview>;
  /**
   * Ends all watches with `Closed` and sends nothing more. Creates that are on their way get up to
   * one second to be answered. Jobs stay at the vendor: watch their references with another client.
   */
  close(): Promise<void>;
}

/** The methods that all clients share. @since 0.1.0 */
export function clientOf<Output, Preview = unknown>(
  engine: Engine,
  kinds: readonly AnyKind[],
): Client<Output, Preview> {
  const { environment } = engine;
  const close = (): Promise<void> => engine.close();
  return {
    watch: (given, options) => {
      const ref = decodeRef(given);
      if (isLeft(ref)) return refuse(environment, 'client.watch', ref.left.issues);
      const kind = kinds.find((candidate) => candidate.kind === ref.right.kind);
      if (kind === undefined) {
        const names = kinds.map((known) => `"${known.kind}"`).join(', ');
        const issue = { path: 'kind', message: `this client watches jobs of ${names}` };
        return refuse(environment, 'client.watch', [issue]);
      }
      const family = { name: 'client', kind };
      return watch(engine, family, ref.right, options) as JobStream<Output, Preview>;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
