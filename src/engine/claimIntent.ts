import { catchError, concat, map, mergeMap, of, throwError, toArray } from 'rxjs';
import type { Observable } from 'rxjs';
import type { Idempotency } from '../contract/JobKind.js';
import type { SubmissionIntent } from '../contract/JobStore.js';
import { InvalidInput } from '../errors/InvalidInput.js';
import type { JobError } from '../errors/JobError.js';
import { SubmissionUnknown } from '../errors/SubmissionUnknown.js';
import type { EpochMs } from '../model/EpochMs.js';
import type { JobRef } from '../model/JobRef.js';
import type { Environment } from './Environment.js';
import type { Purchase } from './Purchase.js';
import { dropClaim, putIntent, readIntent, takeClaim, writeIntent } from './records.js';

/**
 * What an intent's record allows: to send, or to go on with the job that it made before.
 *
 * @since 0.1.0
 */
export type Claim =
  | {
      readonly type: 'send';
      /** When it was first tried, where an earlier attempt under the vendor's own key is open. */
      readonly since?: EpochMs;
    }
  | { readonly type: 'made'; readonly ref: JobRef };

const SEND: Claim = { type: 'send' };

/** How long a vendor is trusted to know a key, where its pages do not say. */
const KEPT_MS = 24 * 60 * 60_000;

function otherInput({ provider, operation }: SubmissionIntent): JobError {
  const message = 'was used for another input before; a key stands for one job';
  const facts = { provider, operation, outcome: 'not-sent' } as const;
  return new InvalidInput([{ path: 'idempotencyKey', message }], facts);
}

function lostBefore({ intentId, provider, operation }: SubmissionIntent): JobError {
  const message = `${operation}: a create under this key was sent before, and its answer got lost`;
  return new SubmissionUnknown(message, { intentId }, { provider, operation });
}

/** What an earlier create under the same key means for this one. Pure. */
function judgeEarlier(
  earlier: SubmissionIntent,
  intent: SubmissionIntent,
  idempotency: Idempotency | undefined,
): Claim | JobError {
  if (earlier.inputHash !== intent.inputHash) return otherInput(intent);
  if (earlier.state === 'created' && earlier.ref !== undefined) {
    return { type: 'made', ref: earlier.ref };
  }
  if (earlier.state === 'not-sent' || earlier.state === 'rejected') return SEND;
  const { createdAt: since } = earlier;
  // The vendor itself recognizes the key, as long as it keeps it: sending again asks for the same job.
  const { keptMs = KEPT_MS } = idempotency ?? { keptMs: 0 };
  return intent.createdAt - since < keptMs ? { type: 'send', since } : lostBefore(intent);
}

/** What the intent's record allows now; a `JobError` on the error channel forbids it. */
function judged(
  earlier: SubmissionIntent | undefined,
  intent: SubmissionIntent,
  idempotency: Idempotency | undefined,
): Observable<Claim> {
  const claim = earlier === undefined ? SEND : judgeEarlier(earlier, intent, idempotency);
  return claim instanceof Error ? throwError(() => claim) : of(claim);
}

/** Writes the intent anew over one that ended with nothing made: of all who try at once, one may. */
function renewed(
  environment: Environment,
  intent: SubmissionIntent,
  idempotency: Idempotency | undefined,
): Observable<Claim> {
  const { intentId, operation } = intent;
  const renewal = readIntent(environment, operation, intentId).pipe(
    mergeMap((latest) => judged(latest, intent, idempotency)),
    mergeMap((claim) => {
      if (claim.type === 'made') return of(claim);
      const { since = intent.createdAt } = claim;
      return putIntent(environment, { ...intent, createdAt: since }).pipe(map(() => claim));
    }),
  );
  // The vendor tells two attempts under one key apart itself.
  if (idempotency !== undefined) return renewal;
  return takeClaim(environment, intent).pipe(
    mergeMap((free) => {
      if (!free) return throwError(() => lostBefore(intent));
      // Given back before anything is sent: whoever dies while sending leaves a pending intent.
      return concat(
        renewal.pipe(
          catchError((error: unknown) =>
            concat(
              dropClaim(environment, intent),
              throwError(() => error),
            ),
          ),
        ),
        dropClaim(environment, intent),
      );
    }),
    toArray(),
    map(([claim]) => claim ?? SEND),
  );
}

/**
 * Writes what is about to be bought, unless the same was bought before under the user's own key.
 *
 * @returns errors with a `JobError`, and then nothing may be sent
 * @since 0.1.0
 */
export function claimIntent(
  environment: Environment,
  intent: SubmissionIntent,
  { idempotency, idempotencyKey }: Pick<Purchase, 'idempotency' | 'idempotencyKey'>,
): Observable<Claim> {
  return writeIntent(environment, intent).pipe(
    mergeMap((earlier) => {
      if (earlier === undefined) return of(SEND);
      // Without a key of the user's, two calls are two jobs, whatever chance gave them for ids.
      if (idempotencyKey === undefined) return putIntent(environment, intent).pipe(map(() => SEND));
      return judged(earlier, intent, idempotency).pipe(
        mergeMap((claim) =>
          claim.type === 'send' ? renewed(environment, intent, idempotency) : of(claim),
        ),
      );
    }),
  );
}
