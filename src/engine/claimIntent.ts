import { catchError, concat, map, mergeMap, of, throwError, toArray } from 'rxjs';
import type { Observable } from 'rxjs';
import type { Idempotency } from '../contract/JobKind.js';
import type { SubmissionIntent } from '../contract/JobStore.js';
import { InvalidInput } from '../errors/InvalidInput.js';
import type { JobError } from '../errors/JobError.js';
import { SubmissionUnknown } from '../errors/SubmissionUnknown.js';
import type { JobRef } from '../model/JobRef.js';
import type { Environment } from './Environment.js';
import { dropClaim, takeClaim } from './intentClaims.js';
import { putIntent, readIntent, writeIntent } from './intentRecords.js';
import { isRecognized } from './isRecognized.js';
import type { Purchase } from './Purchase.js';

/**
 * What an intent's record allows: to send, or to go on with the job that it made before.
 *
 * @since 0.1.0
 */
export type Claim =
  | {
      readonly type: 'send';
      /** The record to go on with, where an earlier attempt under the vendor's own key is open. */
      readonly open?: SubmissionIntent;
    }
  | { readonly type: 'made'; readonly ref: JobRef }
  /** Its id, which chance gave, is that of another intent. */
  | { readonly type: 'taken' };

const SEND: Claim = { type: 'send' };

function otherInput({ provider, operation }: SubmissionIntent): JobError {
  const message = 'was used for another input before; a key stands for one job';
  const facts = { provider, operation, outcome: 'not-sent' } as const;
  return new InvalidInput([{ path: 'idempotencyKey', message }], facts);
}

/** Whoever sent the earlier one may wait for its answer still: only a lost one is called so. */
function unknownBefore(
  { candidates, state }: SubmissionIntent,
  intent: SubmissionIntent,
): JobError {
  const { intentId, provider, operation } = intent;
  const fate =
    state === 'pending'
      ? 'it was not answered yet, or whoever sent it died over it'
      : 'its answer got lost';
  return new SubmissionUnknown(
    `${operation}: a create under this key was begun before, and ${fate}`,
    { intentId, ...(candidates === undefined ? {} : { candidates }) },
    { provider, operation },
  );
}

function claimedElsewhere({ intentId, provider, operation }: SubmissionIntent): JobError {
  const message = `${operation}: another process is sending a create under this key, or died over it`;
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
  // The vendor itself recognizes the key, as long as it keeps it: sending again asks for the same job.
  if (!isRecognized(idempotency, earlier.createdAt, intent.createdAt)) {
    return unknownBefore(earlier, intent);
  }
  const { createdAt, sentAt, candidates } = earlier;
  // It stays as old as its first attempt, and what was found out about that one is not forgotten.
  const open: SubmissionIntent = {
    ...intent,
    createdAt,
    ...(sentAt === undefined ? {} : { sentAt }),
    ...(candidates === undefined ? {} : { candidates }),
  };
  return { type: 'send', open };
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
      if (claim.type !== 'send') return of(claim);
      return putIntent(environment, claim.open ?? intent).pipe(map(() => claim));
    }),
  );
  // The vendor tells two attempts under one key apart itself.
  if (idempotency !== undefined) return renewal;
  return takeClaim(environment, intent).pipe(
    mergeMap((free) => {
      if (!free) return throwError(() => claimedElsewhere(intent));
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
      if (idempotencyKey === undefined) return of<Claim>({ type: 'taken' });
      return judged(earlier, intent, idempotency).pipe(
        mergeMap((claim) =>
          claim.type === 'send' ? renewed(environment, intent, idempotency) : of(claim),
        ),
      );
    }),
  );
}
