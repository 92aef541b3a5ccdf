import type { Either } from 'fp-ts/lib/Either.js';
import { isLeft } from '#fp-ts/Either';
import { concatMap, from, map, mergeMap, of, throwError, toArray } from 'rxjs';
import type { Observable } from 'rxjs';
import type { SubmissionIntent } from '../contract/JobStore.js';
import type { JobError } from '../errors/JobError.js';
import type { JobRef } from '../model/JobRef.js';
import type { AnyKind } from './AnyKind.js';
import type { Engine } from './Engine.js';
import { asLeft } from './intents.js';
import { isAbsent } from './isAbsent.js';
import { look } from './look.js';
import { once } from './once.js';
import { openIntent } from './openIntent.js';
import { readIntents } from './records.js';
import type { FoundBy, Reconciliation } from './Reconciliation.js';
import { settleIntent } from './resolveIntent.js';
import { searchJobs } from './searchJobs.js';
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

/** The jobs of a list that are not known to have come of other intents. */
function unclaimed(
  engine: Engine,
  kind: AnyKind,
  intent: SubmissionIntent,
): Observable<readonly JobRef[]> {
  const { environment } = engine;
  const { search } = kind;
  if (search === undefined) return of([]);
  const { account, vendor } = environment;
  const own = account === undefined ? {} : { account };
  return searchJobs(environment, kind, search, intent, OPERATION).pipe(
    mergeMap((ids) =>
      readIntents(environment, OPERATION).pipe(
        map((others) => {
          const taken = new Set(
            others.flatMap(({ ref, intentId }) =>
              ref?.kind === kind.kind && intentId !== intent.intentId ? [ref.id] : [],
            ),
          );
          return ids
            .filter((id) => !taken.has(id))
            .map((id): JobRef => ({
              v: 1,
              provider: vendor.provider,
              kind: kind.kind,
              id,
              ...own,
            }));
        }),
      ),
    ),
  );
}

/** A job that was certainly made of it is recorded; one that only looks so is for a person to judge. */
function found(
  engine: Engine,
  intent: SubmissionIntent,
  job: JobRef,
  by: FoundBy,
): Observable<Reconciliation> {
  const { sentAt } = intent;
  const ref = Object.freeze({ ...job, ...(sentAt === undefined ? {} : { submittedAt: sentAt }) });
  if (by === 'likeness') return of({ type: 'found', intent, ref, by });
  return settleIntent(engine, intent, ref).pipe(
    map((settled): Reconciliation => ({ type: 'found', intent: settled, ref, by })),
  );
}

function judged(
  engine: Engine,
  intent: SubmissionIntent,
  jobs: readonly JobRef[],
  by: FoundBy,
): Observable<Reconciliation> {
  const [only] = jobs;
  if (only === undefined) return of({ type: 'none', intent });
  return jobs.length === 1
    ? found(engine, intent, only, by)
    : of({ type: 'several', intent, candidates: jobs });
}

function asked(
  engine: Engine,
  kinds: readonly AnyKind[],
  intent: SubmissionIntent,
): Observable<Reconciliation> {
  const { candidates = [], marks = {}, on, ref, state } = intent;
  if (ref !== undefined) return of({ type: 'found', intent, ref, by: 'answer' });
  if (state === 'not-sent' || state === 'rejected') return of({ type: 'none', intent });
  const kind = kinds.find((known) => known.kind === intent.kind);
  if (kind === undefined || on !== undefined) return of({ type: 'unsupported', intent });
  const { search } = kind;
  const isReferred = search?.reference !== undefined && marks[search.reference] !== undefined;
  return existing(engine, kind, candidates).pipe(
    mergeMap((jobs) => {
      if (jobs.length > 0) return judged(engine, intent, jobs, 'answer');
      if (search === undefined) {
        return of<Reconciliation>({
          type: candidates.length > 0 ? 'none' : 'unsupported',
          intent,
        });
      }
      return unclaimed(engine, kind, intent).pipe(
        mergeMap((like) => judged(engine, intent, like, isReferred ? 'reference' : 'likeness')),
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
    asLeft(
      openIntent(engine, OPERATION, intentId).pipe(
        mergeMap((intent) => asked(engine, kinds, intent)),
      ),
    ),
  );
}
