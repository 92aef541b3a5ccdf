import { isLeft } from '#fp-ts/Either';
import { catchError, defer, map, mergeMap } from 'rxjs';
import type { Observable } from 'rxjs';
import type { LookHint } from '../contract/JobKind.js';
import type { HttpResponse } from '../contract/HttpPort.js';
import type { LimiterPriority, Urgency } from '../contract/Limiter.js';
import { isJobError } from '../errors/isJobError.js';
import { restateError } from '../errors/restateError.js';
import type { EpochMs } from '../model/EpochMs.js';
import type { JobRef } from '../model/JobRef.js';
import { ownFields } from '../model/ownFields.js';
import { parseRetryAfter } from '../timing/parseRetryAfter.js';
import type { AnyKind } from './AnyKind.js';
import { AttemptFailure } from './AttemptFailure.js';
import type { Environment } from './Environment.js';
import { explainedFailure } from './explainedFailure.js';
import { readJson, readSnapshot } from './readBody.js';
import { send } from './send.js';
import type { Reading } from './toSnapshot.js';

/** What one look gave. @since 0.1.0 */
export interface Look {
  readonly reading: Reading;
  /** The vendor's `Retry-After` on a good answer, in milliseconds. */
  readonly serverHintMs: number | undefined;
  /** The vendor's own time at the answer, where it tells it. */
  readonly vendorNow: EpochMs | undefined;
}

/** What the vendor's clock showed at an answer. @since 0.1.0 */
export function vendorNowOf({ headers }: HttpResponse): EpochMs | undefined {
  const at = Date.parse(headers['date'] ?? '');
  return Number.isNaN(at) ? undefined : at;
}

/** Who looks, and how. @since 0.1.0 */
export interface LookOptions {
  /** The method, for errors. */
  readonly operation: string;
  /** What the token is wanted for. */
  readonly priority: LimiterPriority;
  /** How the look is asked for. @defaultValue plainly */
  readonly hint?: LookHint;
  /** Whether the vendor was told to go on, so that a pause is none. @defaultValue false */
  readonly goingOn?: boolean;
  /** What waiting for a token costs. */
  readonly urgency?: Urgency | undefined;
}

/**
 * Looks at a job once: request, answer, JSON, decoded, snapshot.
 *
 * @returns errors with an {@link AttemptFailure}, also where the answer cannot be read
 * @since 0.1.0
 */
export function look(
  environment: Environment,
  kind: AnyKind,
  ref: JobRef,
  { operation, priority, hint: given = {}, goingOn = false, urgency }: LookOptions,
): Observable<Look> {
  const hint = ownFields(given);
  const who = { provider: environment.vendor.provider, operation, ref };
  // A kind from outside may have no request to give: that ends the look, not the process.
  const asked = defer(() =>
    send(environment, {
      request: kind.look(ref.id, hint),
      operation,
      ref,
      bucket: kind.buckets.look,
      priority,
      urgency,
      errorOf: kind.errorOf,
      holdMs: hint.holdMs,
    }),
  ).pipe(
    catchError((failure: unknown) => {
      if (!isJobError(failure)) throw failure;
      throw new AttemptFailure(restateError(failure, { operation, ref }), false);
    }),
  );
  return asked.pipe(
    mergeMap((response) => {
      const { headers } = response;
      const json = readJson(response, who);
      const reading = isLeft(json)
        ? json
        : readSnapshot(kind, ref, json.right, environment.clock.now(), who, goingOn);
      if (isLeft(reading)) throw new AttemptFailure(reading.left, true, {}, response);
      const serverHintMs = parseRetryAfter(headers['retry-after'], headers['date']);
      const { snapshot } = reading.right;
      return explainedFailure(environment, kind, snapshot).pipe(
        map((explained) => ({
          reading: { ...reading.right, snapshot: explained },
          serverHintMs,
          vendorNow: vendorNowOf(response),
        })),
      );
    }),
  );
}
