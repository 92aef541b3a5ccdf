import { defer, Observable } from 'rxjs';
import { isHttpFault } from '../contract/HttpFault.js';
import { WAKE_GRACE_MS } from '../contract/HttpPort.js';
import type { HttpResponse } from '../contract/HttpPort.js';
import type { VendorFault } from '../contract/JobKind.js';
import type { Bucket } from '../contract/Limiter.js';
import { rateAnswerOf } from '../limits/rateAnswerOf.js';
import { clampDelayMs } from '../timing/clampDelayMs.js';
import { AttemptFailure } from './AttemptFailure.js';
import type { Environment } from './Environment.js';
import type { Exchange } from './Exchange.js';
import { errorOfFault } from './errorOfFault.js';
import { errorOfResponse, faultOf } from './errorOfResponse.js';
import type { PreparedCall } from './preparedCall.js';
import { salvagedId } from './salvagedId.js';

/** A user's port emitted something else than an answer. */
const NO_HTTP = new Error('the transport gave something that is no answer of HTTP');

/**
 * A port that announces what it sends also knows, when the time is up, whether anything left: its own
 * limit comes first, and the engine's stands behind it.
 */
const PORT_SLACK_MS = 1_000;

/** A slow line moves this much: what is larger is given longer. */
const SLOW_BYTES_PER_MS = 256;

/** What a body of files adds to the time of an attempt. */
function transferMs(body: Exchange['body']): number {
  if (typeof body !== 'object') return 0;
  const files = body instanceof Blob ? [body] : [...body.values()];
  const bytes = files.reduce((sum, file) => sum + (typeof file === 'string' ? 0 : file.size), 0);
  return bytes / SLOW_BYTES_PER_MS;
}

/** What a user's port gave, held to its contract; `undefined` where it is no answer at all. */
function soundAnswer(given: Partial<HttpResponse> | null | undefined): HttpResponse | undefined {
  if (typeof given?.status !== 'number' || typeof given.body !== 'string') return undefined;
  return { status: given.status, body: given.body, headers: given.headers ?? {} };
}

/** The job that an answer which broke off may have named. */
function candidateIn(cause: unknown, credentials: Environment['credentials']): VendorFault {
  const partial = isHttpFault(cause) ? cause.partial : undefined;
  if (partial === undefined) return {};
  return { candidateId: salvagedId(credentials.maskAnswer({ ...partial, headers: {} }).body) };
}

/**
 * Puts a request on the wire, its token taken. Emits the answer if it is 2xx, freed of keys.
 *
 * @param given - the request, to which its time is added
 * @param bucket - where the token came from; it goes back if nothing was sent
 * @returns errors with an {@link AttemptFailure}
 * @since 0.1.0
 */
export function sendOnce(
  environment: Environment,
  exchange: Exchange,
  given: PreparedCall,
  bucket: Bucket,
): Observable<HttpResponse> {
  const { clock, credentials, http, limiter } = environment;
  const { operation, ref, request } = exchange;
  const about = { provider: environment.vendor.provider, operation, ref };
  return new Observable<HttpResponse>((subscriber) => {
    const allowedMs = environment.timeoutMs + (exchange.holdMs ?? 0) + transferMs(exchange.body);
    const timeoutMs = clampDelayMs(allowedMs);
    const announces = http.announcesSend === true;
    let sentAt: number | undefined;
    const fail = (cause: unknown): void => {
      if (subscriber.closed) return;
      const { error, certain } = errorOfFault(environment, exchange, cause, timeoutMs);
      const fault = exchange.makesJob === true ? candidateIn(cause, credentials) : {};
      subscriber.error(new AttemptFailure(error, certain ?? sentAt !== undefined, fault));
    };
    const expire = (): void => fail('timeout');
    /** The time of the attempt runs from here: waiting for a socket or for axios does not count. */
    const markSent = (): void => {
      if (sentAt !== undefined) return;
      sentAt = clock.monotonic();
      subscriber.add(
        clock.schedule(timeoutMs + (announces ? PORT_SLACK_MS : 0), () =>
          exchange.paid === true ? subscriber.add(clock.schedule(WAKE_GRACE_MS, expire)) : expire(),
        ),
      );
      const { method, path } = request;
      environment.diagnose({ type: 'request', method, path, ...about });
      exchange.onSend?.();
    };
    const answer = (given: HttpResponse): void => {
      markSent();
      const sound = soundAnswer(given);
      if (sound === undefined) return fail(NO_HTTP);
      const response = credentials.maskAnswer(sound);
      const { status } = response;
      const durationMs = clock.monotonic() - (sentAt ?? clock.monotonic());
      environment.diagnose({ type: 'response', status, durationMs, ...about });
      if (status >= 200 && status < 300) {
        limiter.report(bucket, rateAnswerOf(response));
        subscriber.next(response);
        subscriber.complete();
        return;
      }
      const fault = faultOf(exchange, response);
      // Too many jobs are not too many requests: looks have to go on, or nobody sees one end.
      if (fault.slotsFull !== true) limiter.report(bucket, rateAnswerOf(response));
      const error = errorOfResponse(environment, exchange, response);
      subscriber.error(new AttemptFailure(error, true, fault, response));
    };
    subscriber.add(() => {
      if (sentAt === undefined) limiter.release?.(bucket);
    });
    if (!announces) markSent();
    const { cutShort } = exchange;
    const ending = cutShort === undefined ? {} : { cutShort };
    const call = { ...given, ...ending, timeoutMs, onSend: markSent };
    subscriber.add(
      defer(() => http.send(call)).subscribe({
        next: answer,
        error: fail,
        complete: () => fail('no answer'),
      }),
    );
  });
}
