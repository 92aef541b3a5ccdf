import { catchError, from, mergeMap, Observable, throwError } from 'rxjs';
import { redactText } from '../errors/redactText.js';
import { HttpFault } from './HttpFault.js';
import type { HttpCall, HttpPort, HttpResponse } from './HttpPort.js';

const unloadable = (cause: unknown): Observable<never> => {
  const why = cause instanceof Error ? cause.message : 'no reason given';
  const message = redactText(`the transport could not be loaded: ${why}`);
  return throwError(() => new HttpFault({ reason: 'other', sent: false, message }));
};

function sendBy(port: HttpPort, call: HttpCall): Observable<HttpResponse> {
  if (port.announcesSend !== true) call.onSend?.();
  return port.send(call);
}

/**
 * A port that is loaded at the first request, and then kept.
 *
 * Unsubscribing while it loads sends nothing. A load that fails is a fault of that request; the next
 * one loads again.
 *
 * @param load - gives the real port, most often by a dynamic `import()`
 * @since 0.1.0
 */
export function deferredPort(load: () => Promise<HttpPort>): HttpPort {
  let loaded: HttpPort | undefined;
  let loading: Promise<HttpPort> | undefined;

  const loadOnce = (): Promise<HttpPort> =>
    (loading ??= Promise.resolve()
      .then(load)
      .then((port) => (loaded = port))
      .finally(() => (loading = undefined)));

  return {
    announcesSend: true,
    send: (call) =>
      new Observable((subscriber) => {
        const sent$ =
          loaded === undefined
            ? from(loadOnce()).pipe(
                catchError(unloadable),
                mergeMap((port) => sendBy(port, call)),
              )
            : sendBy(loaded, call);
        return sent$.subscribe(subscriber);
      }),
  };
}
