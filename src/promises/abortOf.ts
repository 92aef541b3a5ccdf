import { defer, fromEvent, of, share, take } from 'rxjs';
import type { Observable } from 'rxjs';

const listened = /* @__PURE__ */ new WeakMap<AbortSignal, Observable<unknown>>();

function listenTo(signal: AbortSignal): Observable<unknown> {
  const known = listened.get(signal);
  if (known !== undefined) return known;
  const aborted$ = fromEvent(signal, 'abort').pipe(take(1), share());
  listened.set(signal, aborted$);
  return aborted$;
}

/**
 * Emits once when a signal is aborted, at once if it is already.
 *
 * All who listen to the same signal share one listener, which goes with the last of them: Node warns
 * of more than ten listeners on a signal.
 *
 * @param signal - the caller's signal
 * @since 0.1.0
 */
export function abortOf(signal: AbortSignal): Observable<unknown> {
  return defer(() => (signal.aborted ? of(undefined) : listenTo(signal)));
}
