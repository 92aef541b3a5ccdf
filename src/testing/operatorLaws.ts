import { concat, ignoreElements, mergeMap, Observable, of, take, throwError, timer } from 'rxjs';
import type { OperatorFunction, SchedulerLike } from 'rxjs';
import { virtualTime } from './virtualTime.js';
import type { VirtualTime } from './virtualTime.js';

/** What every operator is expected to do. @since 0.1.0 */
export type OperatorLawName =
  | 'mirrors the error of its source'
  | 'mirrors the completion of its source'
  | 'unsubscribes from its source'
  | 'is cold'
  | 'does not break unsubscription chains'
  | 'stops a synchronous source';

/** One law; run it as a test of its own. @since 0.1.0 */
export interface OperatorLaw {
  readonly name: OperatorLawName;
  /** @throws Error that says how the law is broken. */
  readonly check: () => void;
}

/** What {@link operatorLaws} needs to know. @since 0.1.0 */
export interface OperatorLawsOptions<T> {
  /** What the source emits, at least one; none may end the result by itself. */
  readonly values: readonly [T, ...T[]];
  /** What the source fails with: an error that the operator does not take care of. */
  readonly error?: unknown;
  /** Laws that the operator means to break: `poll` does not mirror completion. */
  readonly except?: readonly OperatorLawName[];
}

/** How long an operator may take to settle, in virtual milliseconds. */
const LONG_MS = 60_000;

/** Emissions after which a source that was not stopped gives up. */
const MANY = 1_000;

function demand(good: boolean, message: string): void {
  if (!good) throw new Error(message);
}

/** What came out of a stream, for comparison by identity. */
function seen<R>(result: Observable<R>, time: VirtualTime): readonly unknown[] {
  const events: unknown[] = [];
  const subscription = result.subscribe({
    next: (value) => events.push(JSON.stringify(value)),
    error: (error: unknown) => events.push(error),
    complete: () => events.push('complete'),
  });
  time.advance(LONG_MS);
  subscription.unsubscribe();
  return events;
}

/** A source that counts, and emits the values one a millisecond, then what `end` says. */
function counting<T>(values: readonly T[], end: Observable<never>, scheduler: SchedulerLike) {
  const counts = { subscribed: 0, unsubscribed: 0 };
  const wait = timer(1, scheduler).pipe(ignoreElements());
  const script = concat(...values.flatMap((value) => [wait, of(value)]), wait, end);
  const source = new Observable<T>((subscriber) => {
    counts.subscribed += 1;
    subscriber.add(() => (counts.unsubscribed += 1));
    return script.subscribe(subscriber);
  });
  return { source, counts };
}

/**
 * The laws that every operator keeps, as tests of no particular framework.
 *
 * @param makeOperator - makes the operator; operators that use time take the scheduler
 * @param options - see {@link OperatorLawsOptions}
 * @example
 * ```ts
 * import { map } from 'rxjs';
 * import { operatorLaws } from 'rushes/testing';
 *
 * for (const law of operatorLaws(() => map((n: number) => n + 1), { values: [1, 2] })) {
 *   law.check(); // in a test runner: it(law.name, () => law.check())
 * }
 * ```
 * @since 0.1.0
 */
export function operatorLaws<T, R>(
  makeOperator: (scheduler: SchedulerLike) => OperatorFunction<T, R>,
  options: OperatorLawsOptions<T>,
): readonly OperatorLaw[] {
  const { values, error = new Error('the source failed'), except = [] } = options;
  const never = new Observable<never>();
  const failing = throwError(() => error);
  const completing = new Observable<never>((subscriber) => subscriber.complete());

  const prepared = (end: Observable<never>) => {
    const time = virtualTime();
    const { source, counts } = counting(values, end, time.scheduler);
    return { time, counts, source, operator: makeOperator(time.scheduler) };
  };
  const stopped = ({
    counts,
    time,
  }: Pick<ReturnType<typeof prepared>, 'counts' | 'time'>): void => {
    demand(counts.subscribed > 0, 'the source was never subscribed');
    demand(counts.subscribed === counts.unsubscribed, 'the source is still subscribed');
    demand(time.pending() === 0, 'something is still scheduled');
  };

  const laws: Readonly<Record<OperatorLawName, () => void>> = {
    'mirrors the error of its source': () => {
      const { time, counts, source, operator } = prepared(failing);
      const last = seen(source.pipe(operator), time).at(-1);
      demand(last === error, `the result ended with ${String(last)}`);
      stopped({ counts, time });
    },
    'mirrors the completion of its source': () => {
      const { time, counts, source, operator } = prepared(completing);
      const last = seen(source.pipe(operator), time).at(-1);
      demand(last === 'complete', `the result ended with ${String(last)}`);
      stopped({ counts, time });
    },
    'unsubscribes from its source': () => {
      const { time, counts, source, operator } = prepared(never);
      const subscription = source.pipe(operator).subscribe();
      time.advance(1);
      demand(counts.unsubscribed === 0, 'the source was left too early');
      subscription.unsubscribe();
      stopped({ counts, time });
    },
    'is cold': () => {
      const { time, counts, source, operator } = prepared(completing);
      const result = source.pipe(operator);
      time.advance(LONG_MS);
      demand(counts.subscribed === 0, 'the source is subscribed before the result is');
      const first = seen(result, time);
      const subscriptions = counts.subscribed;
      const second = seen(result, time);
      demand(counts.subscribed === 2 * subscriptions, 'a second subscriber shares the first one’s');
      demand(first.join() === second.join(), 'a second subscriber sees something else');
    },
    'does not break unsubscription chains': () => {
      const { time, counts, source, operator } = prepared(never);
      const through = <V>() => mergeMap((value: V) => of(value));
      const subscription = source.pipe(through(), operator, through()).subscribe();
      time.advance(values.length);
      subscription.unsubscribe();
      stopped({ counts, time });
    },
    'stops a synchronous source': () => {
      const time = virtualTime();
      let emitted = 0;
      const source = new Observable<T>((subscriber) => {
        while (!subscriber.closed && emitted < MANY) {
          subscriber.next(values[emitted % values.length] as T);
          emitted += 1;
        }
      });
      source.pipe(makeOperator(time.scheduler), take(3)).subscribe();
      time.advance(LONG_MS);
      demand(emitted > 0, 'the source was never subscribed');
      demand(emitted < MANY, 'the source went on after its subscriber had left');
    },
  };
  return (Object.keys(laws) as OperatorLawName[])
    .filter((name) => !except.includes(name))
    .map((name) => ({ name, check: laws[name] }));
}
