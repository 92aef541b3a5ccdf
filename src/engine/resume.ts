import { defer, forkJoin, from, mergeMap, Observable, takeUntil, throwError } from 'rxjs';
import type { WatchOptions } from '../contract/JobOptions.js';
import type { JobStream } from '../contract/JobStream.js';
import type { JobRecord, SubmissionIntent } from '../contract/JobStore.js';
import { formatRef } from '../model/JobRef.js';
import type { JobRef } from '../model/JobRef.js';
import { isTerminal } from '../model/JobSnapshot.js';
import type { AnyKind } from './AnyKind.js';
import type { Engine } from './Engine.js';
import { readIntents } from './intentRecords.js';
import { readJobs } from './jobRecords.js';
import { watch } from './watch.js';

/** A job that goes on, and its stream. @since 0.1.0 */
export interface Resumed {
  readonly kind: string;
  readonly ref: JobRef;
  readonly job$: JobStream<unknown>;
}

/** Jobs of ours that were not seen to end; also those whose id was written, and nothing after it. */
function unfinished(
  jobs: readonly JobRecord[],
  intents: readonly SubmissionIntent[],
): readonly JobRef[] {
  const made = new Map(intents.flatMap(({ ref }) => (ref ? [[formatRef(ref), ref]] : [])));
  // A list that was read while a create was answered may have called its job a stranger's.
  const ours = jobs.filter(({ listed, ref }) => listed !== true || made.has(formatRef(ref)));
  const going = ours.filter((job) => !isTerminal(job)).map(({ ref }) => ref);
  for (const { ref } of ours) made.delete(formatRef(ref));
  return [...going, ...made.values()];
}

/**
 * Streams of the jobs that the store knows as unfinished; nothing is asked before one is subscribed.
 *
 * @returns errors with `StoreFault`, or `Closed`
 * @since 0.1.0
 */
export function resume(
  engine: Engine,
  kinds: readonly AnyKind[],
  options?: WatchOptions,
): Observable<Resumed> {
  const operation = 'client.resume';
  const { environment } = engine;
  return defer(() => {
    if (engine.closed) return throwError(() => engine.closedError(operation));
    // A store that says nothing must not keep anybody waiting for a client that was closed.
    const closed = new Observable<never>((subscriber) =>
      engine.whenClosed(() => subscriber.error(engine.closedError(operation))),
    );
    const records = [
      readJobs(environment, operation),
      readIntents(environment, operation),
    ] as const;
    return forkJoin(records).pipe(
      takeUntil(closed),
      mergeMap(([jobs, intents]) =>
        from(
          unfinished(jobs, intents).flatMap((ref): readonly Resumed[] => {
            const kind = kinds.find((known) => known.kind === ref.kind);
            if (kind === undefined) return [];
            const job$ = watch(engine, { name: 'client', kind }, ref, options);
            return [{ kind: ref.kind, ref, job$ }];
          }),
        ),
      ),
    );
  });
}
