/// <reference lib="esnext.disposable" preserve="true" />
import type { Either } from 'fp-ts/lib/Either.js';
import { isLeft } from '#fp-ts/Either';
import type { Observable } from 'rxjs';
import { decodeRef } from '../contract/decodeRef.js';
import type { WatchOptions } from '../contract/JobOptions.js';
import type { SubmissionIntent } from '../contract/JobStore.js';
import type { JobStream } from '../contract/JobStream.js';
import type { AnyKind } from '../engine/AnyKind.js';
import type { Engine } from '../engine/Engine.js';
import { intents } from '../engine/intents.js';
import { reconcile } from '../engine/reconcile.js';
import type { Reconciliation } from '../engine/Reconciliation.js';
import { refresh } from '../engine/refresh.js';
import { refuse } from '../engine/refuse.js';
import type { IntentDecision } from '../engine/resolveIntent.js';
import { resolveIntent } from '../engine/resolveIntent.js';
import { resume } from '../engine/resume.js';
import { watch } from '../engine/watch.js';
import type { JobError } from '../errors/JobError.js';
import type { Asset } from '../model/Asset.js';
import type { JobRef } from '../model/JobRef.js';

/** A job that the store knows as unfinished. @since 0.1.0 */
export interface ResumedJob<Output, Preview = unknown> {
  /** Its family, as in `JobRef.kind`. */
  readonly kind: string;
  readonly ref: JobRef;
  /** Follows it, as `watch(ref)` does. */
  readonly job$: JobStream<Output, Preview>;
}

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
   * Every job of this client's account that its store knows as unfinished, with a stream of each: after
   * a restart, with a store that outlives the process. Nothing is asked before a `job$` is subscribed.
   *
   * An end that was told just before the process died may be told again. Jobs that were only listed are
   * left out. Errors with `StoreFault` where the store cannot be read, and with `Closed`.
   *
   * @param options - how each is watched
   * @example
   * ```ts
   * import { mergeMap } from 'rxjs';
   * import { isRight } from 'rushes';
   * import { createSync } from 'rushes/sync';
   * import { fileStore } from 'rushes/node';
   *
   * const sync = createSync({ apiKey: 'your-key', store: fileStore('jobs') });
   * sync
   *   .resume()
   *   .pipe(mergeMap(({ job$ }) => job$))
   *   .subscribe((event) => {
   *     if (isRight(event)) console.log(event.right.ref.id, event.right.phase);
   *   });
   * ```
   */
  resume(options?: WatchOptions): Observable<ResumedJob<Output, Preview>>;
  /**
   * What may have been paid for without an answer: creates, verbs and calls of this account whose
   * outcome is `unknown`, or still `pending` although this client awaits no answer. Another process may
   * be waiting for a `pending` one. With a store that outlives the process, those of earlier processes
   * too. Call `reconcile` for each, at every start of a program and before `resume()`.
   *
   * @returns one value: the intents, oldest first; or a `Left` of `StoreFault` or `Closed`
   */
  intents(): Observable<Either<JobError, readonly SubmissionIntent[]>>;
  /**
   * Asks the vendor what became of a create whose answer got lost, by what the vendor offers: an id in
   * what came of the answer, a reference that was sent, or its list. Makes nothing. A job that is found
   * `by` its answer or reference is recorded, so that `resume()` gives it; one found by likeness is not,
   * until `resolveIntent`. `none` does not prove that none was made.
   *
   * @param intentId - from `intents()`, or from a `SubmissionUnknown`
   * @returns one value: what the vendor tells; or a `Left` of `InvalidInput` for an id that is none, or
   * whose answer is still on its way, of `StoreFault`, or of what kept the vendor from being asked
   * @example
   * ```ts
   * import { formatRef, unwrap } from 'rushes';
   * import type { Sync } from 'rushes/sync';
   *
   * async function ask(sync: Sync): Promise<void> {
   *   for (const { intentId } of await unwrap(sync.intents())) {
   *     const told = await unwrap(sync.reconcile(intentId));
   *     if (told.type === 'found') console.log(formatRef(told.ref), 'by', told.by);
   *     else console.log(intentId, told.type);
   *   }
   * }
   * ```
   */
  reconcile(intentId: string): Observable<Either<JobError, Reconciliation>>;
  /**
   * Records what a person found out about an intent: the job that it made, which `resume()` then gives;
   * or that it made nothing, so that its idempotency key may be used again. That pays again, so look
   * first, and see that no other process still waits for the answer.
   *
   * @param intentId - from `intents()`, or from a `SubmissionUnknown`
   * @param decision - a reference, or `not-submitted`; for calls that make no job also `submitted`
   * @returns the record as it is now; a `Left` of `InvalidInput` for a decision that cannot be, such as
   * a job that is known to have come of another intent
   * @example
   * ```ts
   * import { isLeft, parseRef, unwrap } from 'rushes';
   * import type { MagicHour } from 'rushes/magic-hour';
   *
   * // What a person saw at the vendor's page: the job, or none.
   * async function decide(magicHour: MagicHour, intentId: string, seen?: string): Promise<string> {
   *   if (seen === undefined) {
   *     return (await unwrap(magicHour.resolveIntent(intentId, 'not-submitted'))).state;
   *   }
   *   const ref = parseRef(`magic-hour:videos:${seen}`);
   *   if (isLeft(ref)) throw ref.left;
   *   return (await unwrap(magicHour.resolveIntent(intentId, ref.right))).state;
   * }
   * ```
   */
  resolveIntent(
    intentId: string,
    decision: IntentDecision,
  ): Observable<Either<JobError, SubmissionIntent>>;
  /** Gives the files of any job of this vendor with fresh URLs, by one look; makes no new job. */
  refresh(ref: JobRef): Observable<Either<JobError, readonly Asset[]>>;
  /**
   * Ends all watches with `Closed` and sends nothing more. Within one second creates that are on their
   * way may still be answered, and the store takes what was written. Jobs go on at the vendor: with a
   * store that outlives the process, `resume()` of the next client gives them.
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
    resume: (options) => resume(engine, kinds, options) as Observable<ResumedJob<Output, Preview>>,
    intents: () => intents(engine),
    reconcile: (intentId) => reconcile(engine, kinds, intentId),
    resolveIntent: (intentId, decision) => resolveIntent(engine, intentId, decision),
    close,
    [Symbol.asyncDispose]: close,
  };
}
