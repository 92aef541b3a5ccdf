import { defer, mergeMap, Observable } from 'rxjs';
import { isHttpFault } from '../contract/HttpFault.js';
import { WAKE_GRACE_MS } from '../contract/HttpPort.js';
import type { HttpCall, HttpResponse } from '../contract/HttpPort.js';
import type { HttpRequest } from '../contract/HttpRequest.js';
import type { VendorFault } from '../contract/JobKind.js';
import type { Bucket } from '../contract/Limiter.js';
import { InvalidInput } from '../errors/InvalidInput.js';
import { isJobError } from '../errors/isJobError.js';
import { restateError } from '../errors/restateError.js';
import { ownFields } from '../model/ownFields.js';
import { clampDelayMs } from '../timing/clampDelayMs.js';
import { rateAnswerOf } from '../limits/rateAnswerOf.js';
import { AttemptFailure } from './AttemptFailure.js';
import { MISPLACED_KEY } from './Credentials.js';
import type { Environment } from './Environment.js';
import type { Exchange } from './Exchange.js';
import { errorOfFault } from './errorOfFault.js';
import { errorOfResponse, faultOf } from './errorOfResponse.js';
import { pathIssues } from './pathIssues.js';
import { salvagedId } from './salvagedId.js';
import { tokenFor } from './tokenFor.js';

/** A user's port emitted something else than an answer. */
const NO_HTTP = new Error('the transport gave something that is no answer of HTTP');

/**
 * A port that announces what it sends also knows, when the time is up, whether anything left: its own
 * limit comes first, and the engine's stands behind it.
 */
const PORT_SLACK_MS = 1_000;

const queryText = (query: HttpRequest['query'] = {}): string => {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
};

/** A request to which only its time is added. */
type Prepared = Omit<HttpCall, 'timeoutMs' | 'onSend'>;

function callOf(
  environment: Environment,
  exchange: Exchange,
  keys: Readonly<Record<string, string>>,
): Prepared {
  const { request } = exchange;
  const body =
    exchange.body ?? (request.json === undefined ? undefined : JSON.stringify(request.json));
  const own = {
    accept: 'application/json',
    ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}),
    ...environment.headers,
    ...request.headers,
    ...exchange.headers,
    ...keys,
  };
  return {
    method: request.method,
    url: exchange.url ?? `${environment.baseUrl}${request.path}${queryText(request.query)}`,
    headers: exchange.url === undefined ? own : { ...request.headers },
    ...(exchange.url === undefined ? {} : { elsewhere: true }),
    ...(body === undefined ? {} : { body }),
    ...(exchange.paid === true ? { fresh: true } : {}),
  };
}

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

/**
 * Why a request may not be sent: its path leaves its place, or a key stands where it does not belong,
 * and the vendor's logs, and whom it tells, would show it.
 */
function refusalOf(
  { credentials, vendor }: Environment,
  { operation, ref, request, url }: Exchange,
  call: Prepared,
): InvalidInput | undefined {
  // The vendor's own addresses are the vendor's to answer for.
  if (url !== undefined) return undefined;
  const { body = '' } = call;
  const texts = body instanceof FormData ? [...body.values()] : [body];
  const inBody = texts.some((text) => typeof text === 'string' && credentials.isIn(text));
  const places = [...(credentials.isIn(call.url) ? ['url'] : []), ...(inBody ? ['body'] : [])];
  const keys = places.map((path) => ({ path, message: MISPLACED_KEY }));
  const issues = [...pathIssues(request.path), ...keys];
  if (issues.length === 0) return undefined;
  return new InvalidInput(issues, { provider: vendor.provider, operation, ref });
}

/** The job that an answer which broke off may have named. */
function candidateIn(cause: unknown, credentials: Environment['credentials']): VendorFault {
  const partial = isHttpFault(cause) ? cause.partial : undefined;
  if (partial === undefined) return {};
  return { candidateId: salvagedId(credentials.maskAnswer({ ...partial, headers: {} }).body) };
}

function sendOnce(
  environment: Environment,
  exchange: Exchange,
  given: Prepared,
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
    const call = { ...given, timeoutMs, onSend: markSent };
    subscriber.add(
      defer(() => http.send(call)).subscribe({
        next: answer,
        error: fail,
        complete: () => fail('no answer'),
      }),
    );
  });
}

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
          const call = callOf(environment, what, headers);
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
