import type { Either } from 'fp-ts/lib/Either.js';
import { isLeft, left, right } from '#fp-ts/Either';
import { map, mergeMap, throwError } from 'rxjs';
import type { Observable } from 'rxjs';
import type { SubmissionIntent } from '../contract/JobStore.js';
import type { InputIssue } from '../errors/InputIssue.js';
import { InvalidInput } from '../errors/InvalidInput.js';
import type { JobError } from '../errors/JobError.js';
import type { JobRef } from '../model/JobRef.js';
import { attempt } from '../operators/attempt.js';
import type { Engine } from './Engine.js';
import { readIntents } from './intentRecords.js';
import { jobRefOf } from './jobRefOf.js';
import { openIntent } from './openIntent.js';
import type { Settlement } from './settleIntent.js';
import { settleIntent } from './settleIntent.js';
import { whileOpen } from './whileOpen.js';

/**
 * What a person found out about an intent.
 *
 * - a reference: the job that it made, or, for a verb, the job that it goes on with
 * - `submitted`: it was done; only for calls that make no job, such as a new voice
 * - `not-submitted`: it made nothing
 *
 * @since 0.1.0
 */
export type IntentDecision = JobRef | 'submitted' | 'not-submitted';

type Judged = Either<readonly InputIssue[], Settlement>;

const refused = (message: string, path = 'decision'): Judged => left([{ path, message }]);

/** What is wrong with the job of a decision, or the settlement that it is. */
function judgedJob(
  { environment }: Engine,
  intent: SubmissionIntent,
  given: unknown,
  all: readonly SubmissionIntent[],
): Judged {
  const { kind, on } = intent;
  const checked = jobRefOf(environment, kind, given);
  if (isLeft(checked)) return checked;
  const ref = checked.right;
  const isForeign = ref.account !== undefined && ref.account !== environment.account;
  if (isForeign) return refused('the job belongs to another account than this client', 'account');
  if (intent.ref !== undefined && intent.ref.id !== ref.id) {
    return refused('another job is known to have come of it', 'id');
  }
  if (on !== undefined && on.id !== ref.id) return refused('it goes on with another job', 'id');
  // A verb shares its job with the create that made it; two creates never share one.
  const other = all.find(
    (known) =>
      intent.on === undefined &&
      known.on === undefined &&
      known.intentId !== intent.intentId &&
      known.ref?.kind === kind &&
      known.ref.id === ref.id,
  );
  return other === undefined
    ? right({ ref })
    : refused(`the job is known to have come of another intent, ${other.intentId}`, 'id');
}

function judged(
  engine: Engine,
  intent: SubmissionIntent,
  decision: unknown,
  all: readonly SubmissionIntent[],
): Judged {
  if (decision === 'not-submitted') {
    return intent.state === 'created'
      ? refused('it is known to have been submitted')
      : right({ ref: undefined, submitted: false });
  }
  if (intent.makesNoJob === true) {
    return decision === 'submitted'
      ? right({ ref: undefined, submitted: true })
      : refused('must be "submitted" or "not-submitted": the call makes no job');
  }
  if (typeof decision === 'string') {
    return refused('must be "not-submitted", or a reference, such as parseRef gives');
  }
  return judgedJob(engine, intent, decision, all);
}

/** Records what a person found out. @since 0.1.0 */
export function resolveIntent(
  engine: Engine,
  intentId: string,
  decision: IntentDecision,
): Observable<Either<JobError, SubmissionIntent>> {
  const operation = 'client.resolveIntent';
  const { environment } = engine;
  const { provider } = environment.vendor;
  const settled = openIntent(engine, operation, intentId).pipe(
    mergeMap((intent) =>
      readIntents(environment, operation).pipe(
        map((all) => judged(engine, intent, decision, all)),
        mergeMap((verdict) =>
          isLeft(verdict)
            ? throwError(() => new InvalidInput(verdict.left, { provider, operation }))
            : settleIntent(environment, operation, intent, verdict.right),
        ),
      ),
    ),
  );
  return whileOpen(engine, operation, () => settled.pipe(attempt()));
}
