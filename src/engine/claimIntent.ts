import { map, mergeMap, of, throwError } from 'rxjs';
import type { Observable } from 'rxjs';
import type { Idempotency } from '../contract/JobKind.js';
import type { SubmissionIntent } from '../contract/JobStore.js';
import { InvalidInput } from '../errors/InvalidInput.js';
import type { JobError } from '../errors/JobError.js';
import { SubmissionUnknown } from '../errors/SubmissionUnknown.js';
import type { JobRef } from '../model/JobRef.js';
import type { Environment } from './Environment.js';
import type { Purchase } from './Purchase.js';
import { putIntent, writeIntent } from './records.js';

/**
 * What an intent's record allows: to send, or to go on with the job that it made before.
 *
 * @since 0.1.0
 */
export type Claim = { readonly type: 'send' } | { readonly type: 'made'; readonly ref: JobRef };

const SEND: Claim = { type: 'send' };

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
  const ended = earlier.state === 'not-sent' || earlier.state === 'rejected';
  // The vendor itself recognizes the key: sending again asks for the same job.
  return ended || idempotency !== undefined ? SEND : lostBefore(intent);
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
      const judged =
        idempotencyKey === undefined ? SEND : judgeEarlier(earlier, intent, idempotency);
      if (judged instanceof Error) return throwError(() => judged);
      if (judged.type === 'made') return of(judged);
      return putIntent(environment, intent).pipe(map(() => SEND));
    }),
  );
}
