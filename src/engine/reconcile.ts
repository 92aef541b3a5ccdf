import type { Either } from 'fp-ts/lib/Either.js';
import { isLeft } from '#fp-ts/Either';
import { concatMap, from, map, mergeMap, of, throwError, toArray } from 'rxjs';
import type { Observable } from 'rxjs';
import type { SubmissionIntent } from '../contract/JobStore.js';
import type { JobError } from '../errors/JobError.js';
import type { JobRef } from '../model/JobRef.js';
import { attempt } from '../operators/attempt.js';
import type { AnyKind } from './AnyKind.js';
import type { Engine } from './Engine.js';
import { readIntents } from './intentRecords.js';
import { isAbsent } from './isAbsent.js';
import { look } from './look.js';
import { once } from './once.js';
import { openIntent } from './openIntent.js';
import type { FoundBy, Reconciliation } from './Reconciliation.js';
import { searchJobs } from './searchJobs.js';
import { settleIntent } from './settleIntent.js';
import { whileOpen } from './whileOpen.js';

const OPERATION = 'client.reconcile';

/** Those of the candidates that the vendor shows. */
function existing(
  { environment }: Engine,
  kind: AnyKind,
  candidates: readonly JobRef[],
): Observable<readonly JobRef[]> {
  return from(candidates).pipe(
    concatMap((ref) =>
      once(
        environment,
        { operation: OPERATION, ref },
        look(environment, kind, ref, { operation: OPERATION, priority: 'call' }),
      ).pipe(
        mergeMap((seen) => {
          if (!isLeft(seen)) return [ref];
          return isAbsent(seen.left) ? [] : throwError(() => seen.left);
        }),
      ),
    ),
    toArray(),
  );
}

/** The jobs of the vendor's list that the intent may have made. */
function alike(
  { environment }: Engine,
  kind: AnyKind,
  intent: SubmissionIntent,
): Observable<readonly JobRef[]> {
  const { account, vendor } = environment;
  const { search } = kind;
  if (search === undefined) return of([]);
  const own = account === undefined ? {} : { account };
  return searchJobs(environment, kind, search, intent, OPERATION).pipe(
    map((ids) =>
      ids.map((id): JobRef => ({ v: 1, provider: vendor.provider, kind: kind.kind, id, ...own })),
    ),
  );
}

/** Without those that are known to have come of other intents. */
function unclaimed(
  { environment }: Engine,
  { kind }: SubmissionIntent,
  jobs: readonly JobRef[],
): Observable<readonly JobRef[]> {
  if (jobs.length === 0) return of(jobs);
  return readIntents(environment, OPERATION).pipe(
    map((all) => {
      const others = all.filter((other) => other.kind === kind);
      const taken = new Set(others.map(({ ref }) => ref?.id));
      return jobs.filter(({ id }) => !taken.has(id));
    }),
  );
}

/** A job that was certainly made of it is recorded; one that only looks so is for a person to judge. */
function found(
  { environment }: Engine,
  intent: SubmissionIntent,
  job: JobRef,
  by: FoundBy,
): Observable<Reconciliation> {
  if (by === 'likeness') {
    const { sentAt } = intent;
    const ref = Object.freeze({ ...job, ...(sentAt === undefined ? {} : { submittedAt: sentAt }) });
    return of({ type: 'found', intent, ref, by });
  }
  return settleIntent(environment, OPERATION, intent, { ref: job }).pipe(
    map((settled): Reconciliation => ({
      type: 'found',
      intent: settled,
      ref: settled.ref ?? job,
      by,
    })),
  );
}

/** What some jobs mean for the intent, as it is by now: the answer may have come to another process. */
function judged(
  engine: Engine,
  { intentId }: SubmissionIntent,
  jobs: readonly JobRef[],
  by: FoundBy,
): Observable<Reconciliation> {
  return openIntent(engine, OPERATION, intentId).pipe(
    mergeMap((intent) => {
      const known = knownBefore(intent);
      const [only] = jobs;
      if (known !== undefined) return of(known);
      if (only === undefined) return of<Reconciliation>({ type: 'none', intent });
      return jobs.length === 1
        ? found(engine, intent, only, by)
        : of<Reconciliation>({ type: 'several', intent, candidates: jobs });
    }),
  );
}

/** What the record alone says; `undefined` where the vendor has to be asked. */
function knownBefore(intent: SubmissionIntent): Reconciliation | undefined {
  const { makesNoJob, on, ref, state } = intent;
  if (ref !== undefined) return { type: 'found', intent, ref, by: 'answer' };
  if (state === 'not-sent' || state === 'rejected') return { type: 'none', intent };
  return makesNoJob === true || on !== undefined ? { type: 'unsupported', intent } : undefined;
}

function asked(
  engine: Engine,
  kinds: readonly AnyKind[],
  intent: SubmissionIntent,
): Observable<Reconciliation> {
  const known = knownBefore(intent);
  if (known !== undefined) return of(known);
  const kind = kinds.find((one) => one.kind === intent.kind);
  if (kind === undefined) return of({ type: 'unsupported', intent });
  const { candidates = [], marks = {} } = intent;
  const { reference } = kind.search ?? {};
  const by = reference !== undefined && marks[reference] !== undefined ? 'reference' : 'likeness';
  const own = mergeMap((jobs: readonly JobRef[]) => unclaimed(engine, intent, jobs));
  return existing(engine, kind, candidates).pipe(
    own,
    mergeMap((jobs) => {
      if (jobs.length > 0) return judged(engine, intent, jobs, 'answer');
      if (kind.search === undefined && candidates.length === 0) {
        return of<Reconciliation>({ type: 'unsupported', intent });
      }
      return alike(engine, kind, intent).pipe(
        own,
        mergeMap((like) => judged(engine, intent, like, by)),
      );
    }),
  );
}

/** Asks the vendor what became of a create whose answer got lost; makes nothing. @since 0.1.0 */
export function reconcile(
  engine: Engine,
  kinds: readonly AnyKind[],
  intentId: string,
): Observable<Either<JobError, Reconciliation>> {
  return whileOpen(engine, OPERATION, () =>
    openIntent(engine, OPERATION, intentId).pipe(
      mergeMap((intent) => asked(engine, kinds, intent)),
      attempt(),
    ),
  );
}
