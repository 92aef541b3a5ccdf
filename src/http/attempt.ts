import type { AxiosInstance, AxiosRequestConfig } from 'axios';
import { Observable } from 'rxjs';
import type { Clock } from '../contract/Clock.js';
import type { HttpFault } from '../contract/HttpFault.js';
import { WAKE_GRACE_MS } from '../contract/HttpPort.js';
import type { HttpCall, HttpResponse } from '../contract/HttpPort.js';
import { answerOf, isAnswer } from './answerOf.js';
import { faultIn, faultOf } from './faultOf.js';
import { MOST_BYTES } from './safeSettings.js';
import type { Trail } from './Trail.js';

/** One request, ready to be handed to axios. @since 0.1.0 */
export interface Attempt {
  readonly call: HttpCall;
  readonly sender: Pick<AxiosInstance, 'request'>;
  readonly config: AxiosRequestConfig;
  readonly trail: Trail;
  readonly clock: Clock;
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
 * Sends once, beginning one turn after the subscription, and keeps the time of the whole attempt.
 *
 * @since 0.1.0
 */
export function attempt({ call, sender, config, trail, clock }: Attempt): Observable<HttpResponse> {
  return new Observable((subscriber) => {
    const controller = new AbortController();
    let settled = false;

    const expire = (): void => {
      const { partial, sent } = trail;
      subscriber.error(faultIn(call, { reason: 'timeout', sent, partial }));
    };
    const keepTime = (): void =>
      subscriber.add(
        clock.schedule(call.timeoutMs, () =>
          call.fresh === true ? subscriber.add(clock.schedule(WAKE_GRACE_MS, expire)) : expire(),
        ),
      );

    const send = async (): Promise<unknown> => {
      // One turn later, so that unsubscribing in the same tick sends nothing.
      await Promise.resolve();
      if (!subscriber.closed) call.onSend?.();
      if (subscriber.closed) return undefined;
      keepTime();
      return sender.request({ ...config, signal: controller.signal });
    };
    const settle = (value: unknown, error?: unknown): void => {
      settled = true;
      if (subscriber.closed) return;
      // An answer that arrived counts, whatever an interceptor made of it: it may hold a paid id.
      const answer = isAnswer(value) ? value : trail.answer;
      const response = isAnswer(answer) ? answerOf(answer) : undefined;
      if (response === undefined) return subscriber.error(faultOf(error, call, trail));
      const fault = faultInAnswer(call, response);
      if (fault !== undefined) return subscriber.error(fault);
      subscriber.next(response);
      subscriber.complete();
    };

    subscriber.add(call.cutShort?.subscribe(expire));
    void send().then(settle, (error: unknown) => settle(undefined, error));
    // What is over has nothing to abort, and an abort costs more than most of a request.
    return () => {
      if (!settled) controller.abort();
    };
  });
}
