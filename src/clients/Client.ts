/// <reference lib="esnext.disposable" preserve="true" />
import type { Either } from 'fp-ts/lib/Either.js';
import { isLeft } from '#fp-ts/Either';
import type { Observable } from 'rxjs';
import { decodeRef } from '../contract/decodeRef.js';
import type { WatchOptions } from '../contract/JobOptions.js';
import type { JobStream } from '../contract/JobStream.js';
import type { AnyKind } from '../engine/AnyKind.js';
import type { Engine } from '../engine/Engine.js';
import { refresh } from '../engine/refresh.js';
import { refuse } from '../engine/refuse.js';
import { watch } from '../engine/watch.js';
import type { JobError } from '../errors/JobError.js';
import type { Asset } from '../model/Asset.js';
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
  /** Gives the files of any job of this vendor with fresh URLs, by one look; makes no new job. */
  refresh(ref: JobRef): Observable<Either<JobError, readonly Asset[]>>;
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
  /** The family of a reference, or the `Left` of a reference that is none of this client's. */
  const jobOf = (given: JobRef, method: string) => {
    const operation = `client.${method}`;
    const ref = decodeRef(given);
    if (isLeft(ref)) return { refused: refuse(environment, operation, ref.left.issues) };
    const kind = kinds.find((candidate) => candidate.kind === ref.right.kind);
    if (kind !== undefined) return { family: { name: 'client', kind }, ref: ref.right };
    const names = [...new Set(kinds.map((known) => `"${known.kind}"`))].join(', ');
    const issue = { path: 'kind', message: `this client watches jobs of ${names}` };
    return { refused: refuse(environment, operation, [issue]) };
  };
  return {
    watch: (given, options) => {
      const job = jobOf(given, 'watch');
      if (job.refused !== undefined) return job.refused;
      return watch(engine, job.family, job.ref, options) as JobStream<Output, Preview>;
    },
    refresh: (given) => {
      const job = jobOf(given, 'refresh');
      return job.refused ?? refresh(engine, job.family, job.ref);
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
