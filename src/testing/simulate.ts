import { defer, from, map, mergeMap, of, throwError, throwIfEmpty, timeout, timer } from 'rxjs';
import type { Observable, SchedulerLike } from 'rxjs';
import { HttpFault } from '../contract/HttpFault.js';
import type { HttpCall, HttpPort, HttpResponse } from '../contract/HttpPort.js';
import { clampDelayMs } from '../timing/clampDelayMs.js';
import { formParts, hasTextFile, readFormParts } from './simulator/formParts.js';
import type { SentAnswer } from './simulator/SimAnswer.js';
import type { SimRequest } from './simulator/SimRequest.js';
import { openVendors } from './simulator/Simulation.js';
import type { SimulatedVendors, Simulation, VendorName } from './simulator/Simulation.js';
import type { SimulationOptions } from './simulator/SimulationOptions.js';

/** A simulation without a socket. @since 0.1.0 */
export interface LocalSimulation extends Simulation<{ readonly http: HttpPort }> {
  /** The way to all four vendors; it is among each vendor's `options` too. */
  readonly http: HttpPort;
}

const HOSTS: Readonly<Record<VendorName, string>> = {
  creatify: 'creatify.simulated.test',
  sync: 'sync.simulated.test',
  magicHour: 'magic-hour.simulated.test',
  aurous: 'aurous.simulated.test',
};

/** Answers larger than this are refused, as the default transport does. */
const MOST_BYTES = 8 * 1024 * 1024;

/**
 * Opens the four vendors without a socket: in browsers, and in virtual time under a `TestScheduler`.
 *
 * Answers come synchronously, unless a latency, a long-poll or a fault holds them up; those wait on
 * the scheduler.
 *
 * @param options - the world; give `scheduler` for virtual time
 * @throws RangeError when an option is out of its range
 * @example
 * ```ts
 * import { simulate } from 'rushes/testing';
 *
 * const sim = simulate({ durationMs: 2000 });
 * const { baseUrl, apiId, apiKey, http } = sim.creatify.options;
 * ```
 * @since 0.1.0
 */
export function simulate(options: SimulationOptions = {}): LocalSimulation {
  const http: HttpPort = { send: (call) => defer(() => sendTo(vendors, call)) };
  const vendors = openVendors(options, (name) => ({ baseUrl: `https://${HOSTS[name]}`, http }));
  const { creatify, sync, magicHour, aurous } = vendors;
  return { creatify, sync, magicHour, aurous, http };
}

function sendTo(vendors: SimulatedVendors<unknown>, call: HttpCall): Observable<HttpResponse> {
  const url = new URL(call.url);
  const name = vendorAt(url.host);
  if (name === undefined) return broken('dns', false, `no such host: ${url.host}`);
  const { scheduler } = vendors.world;
  call.onSend?.();
  return requestOf(call, url).pipe(
    mergeMap((request) => vendors[name].handle(request)),
    mergeMap((answer) => delivered(answer, scheduler)),
    throwIfEmpty(() => fault('reset', 'the simulation was closed')),
    timeout({
      first: clampDelayMs(call.timeoutMs),
      scheduler,
      with: () => broken('timeout', true, `no whole answer within ${call.timeoutMs} ms`),
    }),
  );
}

function vendorAt(host: string): VendorName | undefined {
  return (Object.keys(HOSTS) as VendorName[]).find((name) => HOSTS[name] === host);
}

function requestOf(call: HttpCall, url: URL): Observable<SimRequest> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(call.headers)) headers[name.toLowerCase()] = value;
  return bodyOf(call).pipe(
    map((body) => ({
      method: call.method,
      path: url.pathname,
      query: url.searchParams,
      headers,
      ...body,
    })),
  );
}

type Body = Pick<SimRequest, 'body' | 'parts' | 'sizeBytes'>;

/** At once, but for a form with a file that a vendor reads. */
function bodyOf({ body = '' }: HttpCall): Observable<Body> {
  if (typeof body === 'string') return of({ body });
  if (body instanceof Blob) return of({ body: '', sizeBytes: body.size });
  const parts$ = hasTextFile(body) ? from(readFormParts(body)) : of(formParts(body));
  return parts$.pipe(map((parts) => ({ body: '', parts })));
}

function delivered(answer: SentAnswer, scheduler: SchedulerLike): Observable<HttpResponse> {
  switch (answer.kind) {
    case 'whole':
      return answer.response.body.length > MOST_BYTES
        ? broken('too-large', true, `more than ${MOST_BYTES} bytes`)
        : of(answer.response);
    case 'cut': {
      const { response, keepBytes, framed } = answer;
      if (framed) return broken('reset', true, 'the connection ended in the middle of the body');
      return of({ ...response, body: response.body.slice(0, keepBytes) });
    }
    case 'trickle': {
      const { response, everyMs } = answer;
      const wholeMs = clampDelayMs(response.body.length * everyMs);
      return timer(wholeMs, scheduler).pipe(map(() => response));
    }
    case 'reset':
      return broken('reset', true, 'the connection was reset');
    case 'garbage':
      return broken('other', true, 'the answer was not HTTP');
  }
}

function fault(reason: HttpFault['reason'], message: string, sent = true): HttpFault {
  return new HttpFault({ reason, sent, message });
}

function broken(reason: HttpFault['reason'], sent: boolean, message: string): Observable<never> {
  return throwError(() => fault(reason, message, sent));
}
