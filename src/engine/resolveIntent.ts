import type { Either } from 'fp-ts/lib/Either.js';
import { isLeft } from '#fp-ts/Either';
import { concat, map, mergeMap, throwError, toArray } from 'rxjs';
import type { Observable } from 'rxjs';
import type { SubmissionIntent } from '../contract/JobStore.js';
import type { InputIssue } from '../errors/InputIssue.js';
import { InvalidInput } from '../errors/InvalidInput.js';
import type { JobError } from '../errors/JobError.js';
import type { JobRef } from '../model/JobRef.js';
import type { Engine } from './Engine.js';
import { asLeft } from './intents.js';
import { jobRefOf } from './jobRefOf.js';
import { openIntent } from './openIntent.js';
import { dropClaim, putIntent, putJob } from './records.js';
import { whileOpen } from './whileOpen.js';

/** What a person found out about an intent: the job that it made, or that it made none. @since 0.1.0 */
export type IntentDecision = JobRef | 'not-submitted';

/** Writes what became of an intent; errors with `StoreFault`. @since 0.1.0 */
export function settleIntent(
  { environment }: Engine,
  intent: SubmissionIntent,
  ref: JobRef | undefined,
): Observable<SubmissionIntent> {
  const settled: SubmissionIntent =
    ref === undefined ? { ...intent, state: 'not-sent' } : { ...intent, state: 'created', ref };
  const writes = [
    // The job first: an intent that is settled is not looked at again.
    ...(ref === undefined ? [] : [putJob(environment, ref)]),
    putIntent(environment, settled),
    dropClaim(environment, intent),
  ];
  return concat(...writes).pipe(
    toArray(),
    map(() => settled),
  );
}

function decisionIssues(
  { environment }: Engine,
  intent: SubmissionIntent,
  decision: unknown,
): readonly InputIssue[] {
  if (decision === 'not-submitted') {
    return intent.state === 'created' && intent.ref !== undefined
      ? [{ path: 'decision', message: 'the job that it made is known: it was submitted' }]
      : [];
  }
  if (typeof decision === 'string') {
    return [{ path: 'decision', message: 'must be a reference of a job, or "not-submitted"' }];
  }
  const ref = jobRefOf(environment, intent.kind, decision);
  if (isLeft(ref)) return ref.left;
  return intent.ref === undefined || intent.ref.id === ref.right.id
    ? []
    : [{ path: 'id', message: 'another job is known to have come of it' }];
}

/** Records what a person found out. @since 0.1.0 */
export function resolveIntent(
  engine: Engine,
  intentId: string,
  decision: IntentDecision,
): Observable<Either<JobError, SubmissionIntent>> {
  const operation = 'client.resolveIntent';
  const { provider } = engine.environment.vendor;
  return whileOpen(engine, operation, () =>
    asLeft(
      openIntent(engine, operation, intentId).pipe(
        mergeMap((intent) => {
          const issues = decisionIssues(engine, intent, decision);
          if (issues.length > 0) {
            return throwError(() => new InvalidInput(issues, { provider, operation }));
          }
          const ref = jobRefOf(engine.environment, intent.kind, decision);
          return settleIntent(engine, intent, isLeft(ref) ? undefined : ref.right);
        }),
      ),
    ),
  );
}
