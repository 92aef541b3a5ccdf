import { Observable } from 'rxjs';
import type { SchedulerLike } from 'rxjs';
import { virtualTime } from './virtualTime.js';

/** What a source does, so many milliseconds after what it did before. @since 0.1.0 */
export type SourceEvent<T> = { readonly afterMs: number } & (
  | { readonly type: 'next'; readonly value: T }
  | { readonly type: 'error'; readonly error: unknown }
  | { readonly type: 'complete' }
);

/**
 * What a cold source does: one list of events for its first subscription, one for its second, and so
 * on. It is silent after the last event of a list, and in every subscription without a list.
 *
 * @since 0.1.0
 */
export type History<T> = readonly (readonly SourceEvent<T>[])[];

/** What was seen of an operator, and when: milliseconds since the subscription. @since 0.1.0 */
export type TraceEntry<R> = { readonly at: number } & (
  | { readonly type: 'subscribe' }
  | { readonly type: 'next'; readonly value: R }
  | { readonly type: 'error'; readonly error: unknown }
  | { readonly type: 'complete' }
);

/**
 * What is judged: an operator on a source, or anything else that turns one stream into another.
 *
 * @since 0.1.0
 */
export type Driver<T, R> = (source: Observable<T>, scheduler: SchedulerLike) => Observable<R>;

function perform<T>(events: readonly SourceEvent<T>[], scheduler: SchedulerLike): Observable<T> {
  return new Observable((subscriber) => {
    const next = (index: number): void => {
      const event = events[index];
      if (event === undefined) return;
      const emit = (): void => {
        if (event.type === 'error') subscriber.error(event.error);
        else if (event.type === 'complete') subscriber.complete();
        else {
          subscriber.next(event.value);
          next(index + 1);
        }
      };
      if (event.afterMs === 0) emit();
      else subscriber.add(scheduler.schedule(emit, event.afterMs));
    };
    next(0);
  });
}

/**
 * Runs a driver in virtual time on a source that does what a history says.
 *
 * @param drive - the operator on its source
 * @param history - what the source does at each subscription
 * @param untilMs - how long to look, in milliseconds
 * @returns what came out, and each subscription of the source, in order
 * @example
 * ```ts
 * import { fixed } from 'rushes';
 * import { poll } from 'rushes/operators';
 * import { traceOf } from 'rushes/testing';
 *
 * const trace = traceOf<string, string>(
 *   (source, scheduler) => source.pipe(poll(fixed(10), { scheduler })),
 *   [[{ afterMs: 1, type: 'next', value: 'running' }, { afterMs: 0, type: 'complete' }]],
 *   100,
 * );
 * ```
 * @since 0.1.0
 */
export function traceOf<T, R>(
  drive: Driver<T, R>,
  history: History<T>,
  untilMs: number,
): readonly TraceEntry<R>[] {
  const time = virtualTime();
  const trace: TraceEntry<R>[] = [];
  let subscriptions = 0;
  const source = new Observable<T>((subscriber) => {
    trace.push({ at: time.now(), type: 'subscribe' });
    const events = history[subscriptions] ?? [];
    subscriptions += 1;
    return perform(events, time.scheduler).subscribe(subscriber);
  });
  const subscription = drive(source, time.scheduler).subscribe({
    next: (value) => trace.push({ at: time.now(), type: 'next', value }),
    error: (error: unknown) => trace.push({ at: time.now(), type: 'error', error }),
    complete: () => trace.push({ at: time.now(), type: 'complete' }),
  });
  time.advance(untilMs);
  subscription.unsubscribe();
  return trace;
}
