import type { Subscriber } from 'rxjs';
import type { Clock } from '../contract/Clock.js';
import type { HttpFault } from '../contract/HttpFault.js';
import { WAKE_GRACE_MS } from '../contract/HttpPort.js';
import type { HttpCall, HttpResponse } from '../contract/HttpPort.js';
import { faultIn, faultOf } from './faultOf.js';
import type { Passage } from './Passage.js';
import { MOST_BYTES } from './safeSettings.js';
import type { TimeLimits } from './timeLimits.js';

/** One request, ready to be sent. @since 0.1.0 */
export interface Attempt {
  readonly call: HttpCall;
  readonly passage: Passage;
  readonly clock: Clock;
  readonly limits: TimeLimits;
}

/** Answers that are none, although HTTP calls them so. */
function faultInAnswer(call: HttpCall, { status, body }: HttpResponse): HttpFault | undefined {
  // A browser shows a redirect that it did not follow as status 0.
  if (status === 0) return faultIn(call, { reason: 'redirect', sent: true });
  // Only proxies ask for this; through a tunnel, nothing of the request has come as far as them.
  if (status === 407) return faultIn(call, { reason: 'proxy', sent: !/^https:/i.test(call.url) });
  if (body.length > MOST_BYTES) {
    const partial = status >= 200 && status < 300 ? { status, body } : undefined;
    return faultIn(call, { reason: 'too-large', sent: true, partial });
  }
  return undefined;
}

/**
 * Sends once, beginning one turn later, and keeps the time of the whole attempt.
 *
 * @param subscriber - gets the answer or the fault
 * @returns ends the attempt
 * @since 0.1.0
 */
export function attempt(
  { call, clock, limits, passage }: Attempt,
  subscriber: Subscriber<HttpResponse>,
): () => void {
  let underWay = false;
  let forget: (() => void) | undefined;

  const expire = (): void => {
    const { partial, sent } = passage;
    subscriber.error(faultIn(call, { reason: 'timeout', sent, partial }));
  };
  const overdue = (): void => {
    if (call.fresh === true) forget = clock.schedule(WAKE_GRACE_MS, expire);
    else expire();
  };
  const settle = (answer: HttpResponse | undefined, error?: unknown): void => {
    underWay = false;
    if (subscriber.closed) return;
    if (answer === undefined) return subscriber.error(faultOf(error, call, passage));
    const fault = faultInAnswer(call, answer);
    if (fault !== undefined) return subscriber.error(fault);
    subscriber.next(answer);
    subscriber.complete();
  };
  const send = (): void => {
    if (subscriber.closed) return;
    try {
      call.onSend?.();
      if (subscriber.closed) return;
      forget = limits.begin(call.timeoutMs, overdue);
      underWay = true;
      passage.begin(settle);
    } catch (error) {
      settle(undefined, error);
    }
  };

  if (call.cutShort !== undefined) subscriber.add(call.cutShort.subscribe(expire));
  // One turn later, so that unsubscribing in the same tick sends nothing.
  void Promise.resolve().then(send);
  return () => {
    forget?.();
    // What is over has nothing to stop, and an abort costs more than most of a request.
    if (underWay) passage.stop();
  };
}
