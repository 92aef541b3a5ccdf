import { delay, filter, map } from 'rxjs';
import type { MonoTypeOperatorFunction, SchedulerLike } from 'rxjs';
import { Rejected } from '../../src/errors/Rejected.js';
import { stepLaw } from '../../src/testing/stepLaw.js';
import type { Driver, History, TraceEntry } from '../../src/testing/traceOf.js';

/** What an operator that changes nothing does. */
const mirror = (history: History<number>): readonly TraceEntry<number>[] => {
  let at = 0;
  const trace: TraceEntry<number>[] = [{ at, type: 'subscribe' }];
  for (const { afterMs, ...event } of history[0] ?? []) {
    at += afterMs;
    trace.push({ at, ...event });
  }
  return trace;
};

const law = (drive: Driver<number, number>) =>
  stepLaw({ name: 'mirror', drive, model: mirror, untilMs: 100 });

const histories: readonly History<number>[] = [
  [],
  [[{ afterMs: 3, type: 'complete' }]],
  [
    [
      { afterMs: 3, type: 'next', value: 1 },
      { afterMs: 200, type: 'next', value: 2 },
    ],
  ],
  [[{ afterMs: 3, type: 'error', error: new RangeError('bug') }]],
  [[{ afterMs: 3, type: 'error', error: 'text' }]],
  [
    [
      {
        afterMs: 3,
        type: 'error',
        error: new Rejected('no', { provider: 'acme', operation: 'films.watch' }),
      },
    ],
  ],
];

describe('stepLaw', () => {
  it('holds for a driver that agrees, on any history', () => {
    const agreeing = law((source) => source);
    expect(agreeing.name).toBe('mirror agrees with its step function');
    for (const history of histories) agreeing.check(history);
  });

  const values: History<number> = [
    [
      { afterMs: 3, type: 'next', value: 1 },
      { afterMs: 1, type: 'next', value: 2 },
    ],
  ];

  it.each<readonly [string, (scheduler: SchedulerLike) => MonoTypeOperatorFunction<number>]>([
    ['says something else', () => map((n) => n + 1)],
    ['says less', () => filter((n) => n > 1)],
    ['says it later', (scheduler) => delay(1, scheduler)],
  ])('is broken by a driver that %s, and shows both traces', (_, operator) => {
    const broken = law((source, scheduler) => source.pipe(operator(scheduler)));
    expect(() => broken.check(values)).toThrow(
      /the step commands:\n0 subscribe\n3 next 1\n4 next 2\n\nthe driver did:\n0 subscribe/,
    );
  });

  it('is broken by a driver that subscribes more often', () => {
    const twice = law((source) => {
      source.subscribe();
      return source;
    });
    expect(() => twice.check(values)).toThrow(/0 subscribe\n0 subscribe/);
  });
});
