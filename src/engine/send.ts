import { mergeMap, Observable } from 'rxjs';
import type { HttpResponse } from '../contract/HttpPort.js';
import type { Bucket } from '../contract/Limiter.js';
import { isJobError } from '../errors/isJobError.js';
import { restateError } from '../errors/restateError.js';
import { ownFields } from '../model/ownFields.js';
import { AttemptFailure } from './AttemptFailure.js';
import type { Environment } from './Environment.js';
import type { Exchange } from './Exchange.js';
import { errorOfFault } from './errorOfFault.js';
import { preparedCall, refusalOf } from './preparedCall.js';
import { sendOnce } from './sendOnce.js';
import { tokenFor } from './tokenFor.js';

/** Requests of vendors without a documented limit still wait where a 429 asks them to. */
const unlimited = (environment: Environment): Bucket => ({
  name: environment.vendor.provider,
  perMinute: Infinity,
  burst: Infinity,
});

/**
 * Makes one request once: keys, then a token, then the wire. Emits the answer if it is 2xx.
 *
 * @returns errors with an {@link AttemptFailure}, never with anything else
 * @since 0.1.0
 */
export function send(environment: Environment, given: Exchange): Observable<HttpResponse> {
  const what = ownFields({ ...given, request: ownFields(given.request) });
  const bucket = what.bucket ?? unlimited(environment);
  const keys =
    what.request.anonymous === true
      ? new Observable<Readonly<Record<string, string>>>((subscriber) => {
          subscriber.next({});
          subscriber.complete();
        })
      : environment.credentials.headers(what.operation);
  return new Observable<HttpResponse>((subscriber) =>
    keys
      .pipe(
        mergeMap((headers) => {
          const call = preparedCall(environment, what, headers);
          const refusal = refusalOf(environment, what, call);
          if (refusal !== undefined) throw refusal;
          return tokenFor(environment, what, bucket).pipe(
            mergeMap(() => sendOnce(environment, what, call, bucket)),
          );
        }),
      )
      .subscribe({
        next: (response) => subscriber.next(response),
        complete: () => subscriber.complete(),
        error: (error: unknown) => subscriber.error(asFailure(environment, what, error)),
      }),
  );
}

/** What failed before the wire, such as a user's limiter, becomes a failure like others. */
function asFailure(environment: Environment, what: Exchange, error: unknown): AttemptFailure {
  if (error instanceof AttemptFailure) return error;
  if (isJobError(error)) {
    const { ref } = what;
    const about = ref === undefined ? error : restateError(error, { ref, jobMayBeRunning: true });
    return new AttemptFailure(about, false);
  }
  return new AttemptFailure(errorOfFault(environment, what, error, 0).error, false);
}
